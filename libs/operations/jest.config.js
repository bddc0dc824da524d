module.exports = { ...require('../../jest.preset.js'), displayName: 'operations', roots: [__dirname] };
