import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readNumber, refuseUnknown, runCommand } from '../command-line/command-line.ts';

const usage = `npm run fuzz -- [<service> ...]: sends the services that are named, or else all, requests made from their samples.

  --runs <number>  requests a service, 1000000; a minute does about 100000
  --seed <number>  the same seed makes the same requests; by chance where none is given

Exits with 1 where it found something. A find names its number: with the same seed it comes again. Make a sample of it.`;

const options = {
  runs: { type: 'string', default: '1000000' },
  seed: { type: 'string' },
} as const;

const services = readdirSync(join(import.meta.dirname, '../../apps')).filter((name) => name !== 'sandbox');

await runCommand(usage, options, ({ values, positionals }) => {
  refuseUnknown(positionals, services);
  const runs = readNumber('runs', values.runs, 1);
  const seed = values.seed === undefined ? randomInt(2 ** 31) : readNumber('seed', values.seed, 0);
  return fuzz(runs, seed, positionals);
});

/** @returns The exit code of the tests that do it. */
function fuzz(runs: number, seed: number, chosen: readonly string[]): number {
  console.log(`${runs} requests a service, seed ${seed}`);
  const test = join(import.meta.dirname, '../check/test.ts');
  const projects = chosen.length > 0 ? ['--selectProjects', ...chosen] : [];
  const args = [test, '--testPathPatterns', 'fuzz\\.spec', ...projects];
  const env = { ...process.env, FUZZ_RUNS: String(runs), FUZZ_SEED: String(seed) };
  return spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1;
}
