module.exports = { ...require('../../jest.preset.js'), displayName: 'sandbox', roots: [__dirname] };
