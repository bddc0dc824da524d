/** How esbuild's `keepNames` names a class or a function. Its parameters have other names where a bundle has these. */
const naming = /(__name ?= ?\((\w+), ?(\w+)\) ?=> ?)(__defProp\(\2)/;

/**
 * Classes keep their names, which logs and Swagger UI show. esbuild would name every function, too, anew each time that one is made:
 * a sixth of a request. A function that has its name already, or is an arrow function, is left as it is.
 */
exports.namesOfClasses = (code, file) => {
  if (!code.includes('__name')) return code;
  if (!naming.test(code)) throw new Error(`${file}: esbuild names functions in another way than it did`);
  return code.replace(naming, '$1$2.name===$3||!$2.prototype?$2:$4');
};
