// How an app is bundled: one file with everything in it, packages too. It starts in half the time that 400 files of packages take, and in a
// tenth less memory.
const { readFile, writeFile } = require('node:fs/promises');
const { basename, dirname, join } = require('node:path');
const { transform } = require('@swc/core');
const { engines } = require('../../package.json');
const { swc } = require('../../swc.config.js');
const { ascii } = require('./ascii.js');
const { namesOfClasses } = require('./names-of-classes.js');
const { endOnOlderNode } = require('./node-version.js');
const { outside, writePackageFiles } = require('./package-files.js');
const { rewritten } = require('./rewritten.js');

const root = join(__dirname, '../..');

/** esbuild reads TypeScript by itself but for the types of constructor parameters, which Nest injects by; swc keeps those. */
const decorators = {
  name: 'decorator-metadata',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path: filename }) => {
      const { code } = await transform(await readFile(filename, 'utf8'), {
        ...swc,
        module: { type: 'es6' },
        filename,
        sourceMaps: 'inline',
        swcrc: false,
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** What packages ask for where it is there, and what we do not have. */
const optional = [
  '@fastify/',
  '@grpc/',
  '@mikro-orm/',
  '@nestjs/axios',
  '@nestjs/microservices',
  '@nestjs/mongoose',
  '@nestjs/platform-fastify',
  '@nestjs/platform-socket.io',
  '@nestjs/sequelize',
  '@nestjs/typeorm',
  '@nestjs/websockets',
  '@prisma/client',
  'class-transformer/storage',
  'cloudflare:sockets',
  'mongoose',
  'pg-native',
  'sequelize',
  'typeorm',
];

/** What stays outside: that, and what is installed beside the bundle. */
const leftOut = {
  name: 'left-out',
  setup(build) {
    const filter = new RegExp(`^(${[...outside, ...optional].join('|')})`);
    build.onResolve({ filter }, ({ path }) => ({ path, external: true }));
  },
};

/** What a bundle has beside it. */
const companions = {
  name: 'companions',
  setup(build) {
    const { outfile, outdir = dirname(outfile) } = build.initialOptions;
    build.initialOptions.metafile = true;
    build.onEnd(async ({ metafile }) => {
      // Nothing where the bundle could not be made: esbuild says why.
      if (metafile === undefined) return;
      await Promise.all(workers.map((file) => writeWorker(build.esbuild, file, outdir)));
      await writePackageFiles(outdir, Object.keys(metafile.inputs));
    });
  },
};

/** What runs in a thread of its own. */
const workers = ['libs/store/src/sqlite/sqlite.worker.mts', 'libs/service/src/start/management.worker.mts'];

/** A thread is a file of its own, as JavaScript: to strip its types there costs 12 MB a thread. */
async function writeWorker(esbuild, file, folder) {
  const source = await readFile(join(root, file), 'utf8');
  const { code } = await esbuild.transform(source, { loader: 'ts', format: 'cjs' });
  await writeFile(join(folder, basename(file).replace('.mts', '.js')), code);
}

module.exports = {
  banner: { js: endOnOlderNode(engines.node) },
  plugins: [leftOut, decorators, companions, rewritten(namesOfClasses, ascii)],
  sourcemap: true,
  // Where a line comes from, not what stands there: two thirds of what is deployed would be sources.
  sourcesContent: false,
  keepNames: true,
  minifyWhitespace: true,
  minifySyntax: true,
  outExtension: { '.js': '.js' },
};
