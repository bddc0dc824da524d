module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-events',
  roots: [__dirname],
};
