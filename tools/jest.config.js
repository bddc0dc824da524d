module.exports = { ...require('../jest.preset.js'), displayName: 'tools', roots: [__dirname] };
