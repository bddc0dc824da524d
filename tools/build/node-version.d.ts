/** The first line of a bundle, for `engines.node` of a package: ends on an older Node, and says so. */
export function endOnOlderNode(range: string): string;
