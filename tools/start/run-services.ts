import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Ready, type ServiceProcess, startProcess } from './service-process.ts';
import { whenStopped } from './stop-signal.ts';
import { nextSteps, table } from './table.ts';

const logs = join('data', 'logs');

/** The addresses of what runs, for `npm run demo`. */
const addresses = join('data', 'running.json');

/**
 * Runs every service that is built, each in a process of its own, until a signal stops us or one of them ends; then none runs
 * any more.
 *
 * @param root The folder with `dist` and `data`.
 * @returns The exit code: 0 after a signal, 1 after a service ended by itself.
 */
export async function runServices(root: string): Promise<number> {
  const stopped = whenStopped();
  const services = startAll(root);
  const ended = Promise.race(services.map((service) => service.ended.then(() => service)));
  const allReady = Promise.all(services.map(({ ready }) => ready));
  const ready = await Promise.race([allReady, stopped, ended.then(() => undefined)]);
  if (ready !== undefined) show(root, ready);
  const culprit = await Promise.race([stopped, ended]);
  await stopAll(root, services);
  if (culprit === undefined) return 0;
  const what = ready === undefined ? 'did not start' : 'ended';
  console.error(`${culprit.name} ${what}; its log is in ${logs}. Everything else is stopped.`);
  return 1;
}

function startAll(root: string): ServiceProcess[] {
  mkdirSync(join(root, logs), { recursive: true });
  const mains = globSync('dist/apps/*/main.{js,cjs}', { cwd: root });
  console.log(`Starting ${mains.length} services …`);
  return mains.map((main) => {
    const name = basename(dirname(main));
    const service = startProcess(name, join(root, main), root, join(root, logs, `${name}.log`));
    void service.ready.then(() => console.log(`  ${name} is ready`));
    return service;
  });
}

function show(root: string, ready: readonly Ready[]): void {
  writeFileSync(join(root, addresses), JSON.stringify(ready.map(({ url }) => url)));
  console.log(`\n${table(ready)}\n${nextSteps(ready)}\nLogs are in ${logs}. Ctrl-C stops everything.`);
}

async function stopAll(root: string, services: readonly ServiceProcess[]): Promise<void> {
  for (const service of services) service.stop();
  await Promise.all(services.map(({ ended }) => ended));
  rmSync(join(root, addresses), { force: true });
}
