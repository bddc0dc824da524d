module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-outage',
  roots: [__dirname],
};
