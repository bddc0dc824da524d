module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-accounts',
  roots: [__dirname],
};
