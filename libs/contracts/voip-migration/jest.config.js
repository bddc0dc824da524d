module.exports = {
  ...require('../../../jest.preset.js'),
  displayName: 'contracts-voip-migration',
  roots: [__dirname],
};
