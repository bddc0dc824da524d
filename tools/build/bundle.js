const { join } = require('node:path');
const { build } = require('esbuild');
const config = require('./esbuild.config.js');

exports.bundle = async (entry, outfile) => {
  await build({
    ...config,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    tsconfig: join(__dirname, '../../tsconfig.base.json'),
  });
};
