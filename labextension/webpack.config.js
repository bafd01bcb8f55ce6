// Webpack's usual numbers for modules depend on the folder in which the bundle is built.
module.exports = { optimization: { moduleIds: 'natural' } };
