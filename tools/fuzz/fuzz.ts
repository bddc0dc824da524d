import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run fuzz -- --runs 1000000 --seed 7 events`: the tests that send the services requests made from their samples, as many as you have the
 * time for, by a seed that none had before. The services that are named, or else all. What it finds names its number and its seed: give these
 * to see it again, and make a sample of it.
 */
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const seed = values.seed ?? String(randomInt(2 ** 31));
process.stdout.write(`${values.runs} requests a service, seed ${seed}\n`);

const test = join(import.meta.dirname, '../check/test.ts');
const projects = positionals.length > 0 ? ['--selectProjects', ...positionals] : [];
const args = [test, '--testPathPatterns', 'fuzz\\.spec', ...projects];
const env = { ...process.env, FUZZ_RUNS: values.runs, FUZZ_SEED: seed };
process.exitCode = spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1;
