import type { Plugin } from 'esbuild';

/** Makes bundles ASCII. */
export const ascii: Plugin;
