module.exports = { ...require('../../jest.preset.js'), displayName: 'outage', roots: [__dirname] };
