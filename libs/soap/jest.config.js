module.exports = { ...require('../../jest.preset.js'), displayName: 'soap', roots: [__dirname] };
