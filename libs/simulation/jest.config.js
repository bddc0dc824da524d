module.exports = { ...require('../../jest.preset.js'), displayName: 'simulation', roots: [__dirname] };
