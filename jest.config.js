const { globSync } = require('node:fs');

module.exports = {
  // What modules leave behind in a worker adds up over 180 files: one that has grown is replaced between two files.
  workerIdleMemoryLimit: '1GB',
  projects: globSync('{apps,libs,tools}/**/jest.config.js', { cwd: __dirname }).map(
    (path) => `<rootDir>/${path}`,
  ),
};
