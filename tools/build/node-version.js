/**
 * The first line of a bundle: what stands below it cannot be read by an older Node, which would say so in thousands of characters. It is
 * strict: the bundle's own "use strict" counts only in a first line.
 *
 * @param range The `engines.node` of a package, as `>=22.18`.
 */
exports.endOnOlderNode = (range) => {
  const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(range);
  return (
    `"use strict";{const[major,minor]=process.versions.node.split(".");if(major<${major}||major==${major}&&minor<${minor}){` +
    `console.error("Node ${major}.${minor} or later is needed, this is "+process.versions.node+".");process.exit(1)}}`
  );
};
