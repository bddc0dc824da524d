// How an app is bundled: one file with everything of ours in it, packages beside it. esbuild reads TypeScript by itself but for
// the types of constructor parameters, which Nest injects by; swc keeps those.
const { readFile } = require('node:fs/promises');
const { transform } = require('@swc/core');
const { swc } = require('../../swc.config.js');

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

module.exports = { plugins: [decorators], sourcemap: true, keepNames: true, outExtension: { '.js': '.js' } };
