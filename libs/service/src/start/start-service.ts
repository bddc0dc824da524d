import { constants } from 'node:os';
import { processEnvironment } from '../config/environment';
import { ConfigError } from '../config/load-config';
import type { Service } from '../service';
import { type Command, help, readCommand } from './command-line';
import { createService, migrateOnly, type RunningService } from './create-service';
import { StartError } from './start-error';

/**
 * Makes a process of a service: the one line of an app's `main.ts`. Ends it with 0 after a stop signal, with 1 when it cannot
 * start or breaks, with 2 when it is called wrongly; what the operator must know of it is on stderr, a line each.
 */
export async function startService(service: Service): Promise<void> {
  const command = readCommandLine(service);
  if (command === 'help') {
    process.stdout.write(help(service));
    return;
  }
  try {
    await (command === 'migrate' ? migrate(service) : serve(service));
  } catch (error) {
    fail(service, error);
  }
}

async function migrate(service: Service): Promise<void> {
  await migrateOnly(service, processEnvironment());
  process.stdout.write(`${service.name}: the database is up to date\n`);
}

async function serve(service: Service): Promise<void> {
  const running = await createService(service, processEnvironment());
  stopOnSignal(running);
  endOnBreakage(running);
  const { url, log, description } = running;
  log.logger.info({ url }, 'ready');
  // Whoever started us, such as `npm start`, waits for this.
  process.send?.({ ready: { ...description, url } });
}

function readCommandLine(service: Service): Command {
  try {
    return readCommand(process.argv.slice(2));
  } catch (error) {
    say(service, `${(error as Error).message}. Try --help.`);
    return process.exit(2);
  }
}

/** The first signal stops the service in order, the second at once. The end of our parent is a signal too. */
function stopOnSignal({ close, log }: RunningService): void {
  let stopping = false;
  const stop = (signal: 'SIGTERM' | 'SIGINT' | 'disconnect'): void => {
    if (stopping && signal !== 'disconnect') process.exit(128 + constants.signals[signal]);
    if (stopping) return;
    stopping = true;
    log.logger.info({ signal }, 'stopping');
    void close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => stop(signal));
}

/** What nobody caught leaves us in a state that nobody knows. A rejection that nobody handles arrives here as well. */
function endOnBreakage({ log }: RunningService): void {
  process.on('uncaughtException', (error) => {
    log.logger.fatal({ err: error }, 'broken');
    process.exit(1);
  });
}

function fail(service: Service, error: unknown): never {
  if (error instanceof ConfigError) error.faults.forEach((fault) => say(service, fault));
  else if (error instanceof StartError) say(service, error.message);
  else console.error(error);
  process.exit(1);
}

function say({ name }: Service, line: string): void {
  process.stderr.write(`${name}: ${line}\n`);
}
