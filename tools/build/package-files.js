// What an app has beside its bundle: the package.json and the lock file of what is not in it, and the list of all that it is made of.
const { readFile, writeFile } = require('node:fs/promises');
const { basename, join } = require('node:path');
const { billOfMaterials } = require('./bill-of-materials.js');

const root = join(__dirname, '../..');

/** The packages that a bundle reads files of while it runs: those that Swagger UI sends to the browser. */
exports.outside = ['swagger-ui-dist'];

/**
 * @param folder That of the bundle; its name becomes the package's.
 * @param inputs The files that the bundle was made of, from the workspace's folder.
 */
exports.writePackageFiles = async (folder, inputs) => {
  const { packages, lockfileVersion } = await readJson('package-lock.json');
  const { version, license, engines, scarfSettings } = await readJson('package.json');
  const needed = withTheirOwn(exports.outside, packages);
  const dependencies = Object.fromEntries(
    exports.outside.map((each) => [each, packages[placeOf(each)].version]),
  );
  const itself = { name: basename(folder), version, license, private: true, engines, dependencies };
  const write = (file, content) => writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`);
  await write('package.json', {
    ...itself,
    type: 'commonjs',
    main: 'main.js',
    // As in our own: no package runs anything when it is installed, and none reports that it was.
    allowScripts: Object.fromEntries(
      needed.filter((each) => packages[placeOf(each)].hasInstallScript).map((each) => [each, false]),
    ),
    scarfSettings,
  });
  const locked = Object.fromEntries(needed.map((each) => [placeOf(each), packages[placeOf(each)]]));
  await write('package-lock.json', {
    name: itself.name,
    version,
    lockfileVersion,
    packages: { '': itself, ...locked },
  });
  const places = new Set([...inputs.map(packageOf).filter(Boolean), ...Object.keys(locked)]);
  await write('bom.json', billOfMaterials(itself, [...places].sort(), packages));
};

/** Packages, and what they need in turn; each is at the top of our lock file, or npm would not have them all in one place. */
function withTheirOwn(names, packages) {
  const needed = new Set(names);
  for (const name of needed) {
    for (const each of Object.keys(packages[placeOf(name)].dependencies ?? {})) needed.add(each);
  }
  return [...needed].sort();
}

function placeOf(name) {
  return `node_modules/${name}`;
}

/** The place of the package that a file is of: one within another has both names. */
function packageOf(file) {
  return (file.match(/node_modules\/(@[^/]+\/)?[^/]+/g) ?? []).join('/');
}

async function readJson(file) {
  return JSON.parse(await readFile(join(root, file), 'utf8'));
}
