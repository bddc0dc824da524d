module.exports = { ...require('../../jest.preset.js'), displayName: 'rest', roots: [__dirname] };
