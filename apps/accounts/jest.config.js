module.exports = { ...require('../../jest.preset.js'), displayName: 'accounts', roots: [__dirname] };
