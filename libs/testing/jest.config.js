module.exports = { ...require('../../jest.preset.js'), displayName: 'testing', roots: [__dirname] };
