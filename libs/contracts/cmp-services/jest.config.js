module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-cmp-services',
  roots: [__dirname],
};
