module.exports = { ...require('../../jest.preset.js'), displayName: 'fields', roots: [__dirname] };
