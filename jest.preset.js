// What every project's tests run on: TypeScript through swc, decorators with their metadata, `@trunkline/*` from source.
const { join } = require('node:path');
const { swc } = require('./swc.config.js');

const root = __dirname;

module.exports = {
  rootDir: root,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, module: { type: 'commonjs' } }],
  },
  moduleNameMapper: {
    '^@trunkline/(contracts|backends)/([a-z-]+)$': join(root, 'libs/$1/$2/src/index.ts'),
    '^@trunkline/([a-z-]+)$': join(root, 'libs/$1/src/index.ts'),
  },
};
