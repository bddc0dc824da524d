module.exports = { ...require('../../jest.preset.js'), displayName: 'outbound', roots: [__dirname] };
