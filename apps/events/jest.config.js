module.exports = { ...require('../../jest.preset.js'), displayName: 'events', roots: [__dirname] };
