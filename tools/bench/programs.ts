import { join } from 'node:path';
import { bundle } from '../build/bundle.js';
import { buildApps } from '../start/build.ts';
import type { Program } from './service-bench.ts';

const root = join(import.meta.dirname, '../..');

/** The file that runs a program, once it is made. */
export function mainOf(program: Program): string {
  if ('app' in program) return join(root, 'dist/apps', program.app, 'main.js');
  return join(root, 'dist/bench', program.file.replace(/\.ts$/, ''), 'main.js');
}

/** Builds and bundles what the programs run. @throws Error with what the build said. */
export async function make(programs: readonly Program[]): Promise<void> {
  const apps = new Set(programs.flatMap((program) => ('app' in program ? [program.app] : [])));
  const failure = await buildApps(root, [...apps].join(','));
  if (failure !== undefined) throw new Error(failure);
  const files = new Set(programs.flatMap((program) => ('file' in program ? [program.file] : [])));
  for (const file of files) await bundle(join(import.meta.dirname, file), mainOf({ file }));
}
