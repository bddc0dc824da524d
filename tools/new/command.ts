import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand, UsageError } from '../command-line/command-line.ts';
import { root } from './templates.ts';

/** What a generator wrote and changed, and the projects whose published files and recorded answers follow from it. */
export interface Made {
  readonly files: readonly string[];
  readonly projects: readonly string[];
}

/**
 * Runs a generator from the command line: makes, formats, records.
 *
 * @param count How many words it takes.
 */
export function runGenerator(usage: string, count: number, make: (...words: string[]) => Made): void {
  void runCommand(usage, {}, ({ positionals }) => {
    const given = positionals.length;
    if (given !== count) throw new UsageError(`Words that it takes: ${count}, not ${given}.`);
    return finish(make(...positionals));
  });
}

/** @returns The exit code. */
function finish({ files, projects }: Made): number {
  console.log(files.map((file) => `  ${file}`).join('\n'));
  const prettier = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs');
  const formatted = run([prettier, '--write', '--log-level=warn', '--ignore-unknown', ...files]);
  return Math.max(formatted, ...(projects.length > 0 ? record(projects) : []));
}

/**
 * By the tests that compare what is published and recorded, and no others: a service's crash tests take minutes. The answers of the samples
 * first: the tests of the contract judge them.
 */
function record(projects: readonly string[]): number[] {
  return ['samples', 'contract|files|published'].map((comparing) => {
    const only = [
      '--testPathPatterns',
      String.raw`\.(${comparing})\.spec\.ts$`,
      '--selectProjects',
      ...projects,
    ];
    return run([join(root, 'tools/published/published.ts'), '--silent', ...only]);
  });
}

function run(args: readonly string[]): number {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
