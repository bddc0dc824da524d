module.exports = { ...require('../../jest.preset.js'), displayName: 'cmp-services', roots: [__dirname] };
