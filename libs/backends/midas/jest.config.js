module.exports = { ...require('../../../jest.preset.js'), displayName: 'backends-midas', roots: [__dirname] };
