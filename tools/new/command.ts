import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../command-line/command-line.ts';
import { root } from './templates.ts';

/** What a generator wrote and changed, and the projects whose published files and recorded answers follow from it. */
export interface Made {
  readonly files: readonly string[];
  readonly projects: readonly string[];
}

/**
 * Runs a generator from the command line: makes, formats, records. Sets the exit code: 2 when it is called wrongly.
 *
 * @param count How many arguments it takes.
 */
export function runGenerator(usage: string, count: number, make: (...args: string[]) => Made): void {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(usage);
  try {
    if (args.length !== count) throw new UsageError(usage);
    finish(make(...args));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function finish({ files, projects }: Made): void {
  console.log(files.map((file) => `  ${file}`).join('\n'));
  const prettier = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs');
  run([prettier, '--write', '--log-level=warn', '--ignore-unknown', ...files]);
  if (projects.length > 0) record(projects);
}

/**
 * By the tests that compare what is published and recorded, and no others: a service's crash tests take minutes. The answers of the samples
 * first: the tests of the contract judge them.
 */
function record(projects: readonly string[]): void {
  for (const comparing of ['samples', 'contract|files|published']) {
    const only = [
      '--testPathPatterns',
      String.raw`\.(${comparing})\.spec\.ts$`,
      '--selectProjects',
      ...projects,
    ];
    run([join(root, 'tools/published/published.ts'), '--silent', ...only]);
  }
}

function run(args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
