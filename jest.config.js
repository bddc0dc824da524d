const { globSync } = require('node:fs');

module.exports = {
  projects: globSync('{apps,libs,tools}/**/jest.config.js', { cwd: __dirname }).map(
    (path) => `<rootDir>/${path}`,
  ),
};
