import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApps, BuildError } from './build.ts';
import { type Ready, type ServiceProcess, startProcess } from './service-process.ts';
import { whenStopped } from './stop-signal.ts';
import { nextSteps, table } from './table.ts';

const root = join(import.meta.dirname, '../..');
const logs = join('data', 'logs');
/** The addresses of what runs, for `npm run demo`. */
const running = join(root, 'data/running.json');

const usage = `npm start: builds every service, starts each in a process of its own, and shows where they are.

Ctrl-C stops all of them. Nothing else is needed: data is kept in ./data, logs in ./${logs}.
Every variable of a service can be set with its prefix: EVENTS_PORT=4001 npm start
`;

/** Says, in one line, why nothing runs any more. */
class Ended extends Error {}

async function main(): Promise<void> {
  if (parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help === true)
    return say(usage);
  say('Building …\n');
  await buildApps(root);
  const services = startAll();
  const stopped = whenStopped();
  try {
    const allReady = Promise.all(services.map(({ ready }) => ready));
    const ready = await Promise.race([
      allReady,
      stopped,
      whenOneEnds(services, 'did not start; all others are stopped'),
    ]);
    if (ready === undefined) return;
    writeFileSync(running, JSON.stringify(ready.map(({ url }) => url)));
    show(ready);
    await Promise.race([stopped, whenOneEnds(services, `ended, see ${logs}; all others are stopped`)]);
  } finally {
    await stopAll(services);
  }
}

function startAll(): ServiceProcess[] {
  mkdirSync(join(root, logs), { recursive: true });
  const mains = globSync('dist/apps/*/main.js', { cwd: root });
  say(`Starting ${mains.length} services …\n`);
  return mains.map((main) => {
    const name = basename(dirname(main));
    const service = startProcess(name, join(root, main), root, join(root, logs, `${name}.log`));
    void service.ready.then(() => say(`  ${name} is ready\n`));
    return service;
  });
}

async function whenOneEnds(services: readonly ServiceProcess[], what: string): Promise<never> {
  const service = await Promise.race(services.map((each) => each.ended.then(() => each)));
  throw new Ended(`${service.name} ${what}`);
}

function show(ready: readonly Ready[]): void {
  say(`\n${table(ready)}\n${nextSteps(ready)}Logs are in ${logs}. Ctrl-C stops everything.\n`);
}

async function stopAll(services: readonly ServiceProcess[]): Promise<void> {
  rmSync(running, { force: true });
  for (const service of services) service.stop();
  await Promise.all(services.map(({ ended }) => ended));
}

function say(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  const known = error instanceof Ended || error instanceof BuildError || isUsageError(error);
  console.error(known ? (error as Error).message : error);
  process.exitCode = isUsageError(error) ? 2 : 1;
});

function isUsageError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
