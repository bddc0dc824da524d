module.exports = { ...require('../../jest.preset.js'), displayName: 'service', roots: [__dirname] };
