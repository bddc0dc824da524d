module.exports = { ...require('../../../jest.preset.js'), displayName: 'backends-icoms', roots: [__dirname] };
