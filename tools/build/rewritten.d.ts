import type { Plugin } from 'esbuild';

/** Changes what esbuild has bundled. */
export function rewritten(...changes: readonly ((code: string, file: string) => string)[]): Plugin;
