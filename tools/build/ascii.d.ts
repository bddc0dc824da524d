/** The code of a bundle, in ASCII. */
export function ascii(code: string): string;
