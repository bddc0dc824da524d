module.exports = { ...require('../../jest.preset.js'), displayName: 'voip-migration', roots: [__dirname] };
