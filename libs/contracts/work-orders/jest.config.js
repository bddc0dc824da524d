module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-work-orders',
  roots: [__dirname],
};
