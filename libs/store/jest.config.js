module.exports = { ...require('../../jest.preset.js'), displayName: 'store', roots: [__dirname] };
