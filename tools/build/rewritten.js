const { readFile, writeFile } = require('node:fs/promises');
const { resolve } = require('node:path');

/**
 * A plugin that changes what esbuild has bundled: each file of JavaScript is read and written once, whatever number of changes there are.
 *
 * @param changes Each makes other code of a bundle's code; `file` is for its complaints.
 */
exports.rewritten = (...changes) => ({
  name: 'rewritten',
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(async ({ metafile }) => {
      const files = Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.js'));
      await Promise.all(files.map((file) => rewrite(resolve(file), changes)));
    });
  },
});

async function rewrite(file, changes) {
  const code = await readFile(file, 'utf8');
  const changed = changes.reduce((before, change) => change(before, file), code);
  if (changed !== code) await writeFile(file, changed);
}
