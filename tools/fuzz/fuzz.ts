import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const usage = `npm run fuzz -- [<service> ...]: sends the services that are named, or else all, requests made from their samples.

  --runs <number>  requests a service, 1000000; a minute does about 100000
  --seed <number>  the same seed makes the same requests; by chance where none is given

Exits with 1 where it found something. A find names its number: with the same seed it comes again. Make a sample of it.`;

const { values, positionals } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
  },
  allowPositionals: true,
});
if (values.help) process.stdout.write(`${usage}\n`);
else process.exitCode = fuzz(values.runs, values.seed ?? String(randomInt(2 ** 31)), positionals);

/** @returns The exit code of the tests that do it. */
function fuzz(runs: string, seed: string, services: readonly string[]): number {
  process.stdout.write(`${runs} requests a service, seed ${seed}\n`);
  const test = join(import.meta.dirname, '../check/test.ts');
  const projects = services.length > 0 ? ['--selectProjects', ...services] : [];
  const args = [test, '--testPathPatterns', 'fuzz\\.spec', ...projects];
  const env = { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed };
  return spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1;
}
