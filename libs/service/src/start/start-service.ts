import { constants } from 'node:os';
import { processEnvironment } from '../config/environment';
import { ConfigError } from '../config/load-config';
import type { Service } from '../service';
import { type Command, help, readCommand } from './command-line';
import { createService, migrateOnly, type RunningService } from './create-service';
import { commandOf, runCommand } from './service-command';
import { StartError } from './start-error';

/**
 * Makes a process of a service: the one line of an app's `main.ts`. Ends it with 0 after a stop signal, with 1 when it cannot
 * start or breaks, with 2 when it is called wrongly; what the operator must know of it is on stderr, a line each.
 */
export async function startService(service: Service): Promise<void> {
  const [, , ...args] = process.argv;
  const own = commandOf(service, args);
  try {
    await (own
      ? runCommand(service, own, args.slice(1), processEnvironment())
      : run(service, readCommand(args)));
  } catch (error) {
    fail(service, error);
  }
}

async function run(service: Service, command: Command): Promise<void> {
  if (command === 'help') process.stdout.write(help(service));
  else await (command === 'migrate' ? migrate(service) : serve(service));
}

async function migrate(service: Service): Promise<void> {
  await migrateOnly(service, processEnvironment());
  process.stdout.write(`${service.name}: the database is up to date\n`);
}

async function serve(service: Service): Promise<void> {
  // Hardly a client is let in yet, and a job that has begun is done again. As process 1 of a container we would not even notice a signal
  // that we do not ask for.
  stopSignals.forEach((signal) => process.on(signal, endAtOnce));
  const running = await createService(service, processEnvironment());
  stopSignals.forEach((signal) => process.off(signal, endAtOnce));
  stopOnSignal(running);
  endOnBreakage(running);
  const { url, managementUrl, log, description } = running;
  log.logger.info({ url, managementUrl }, 'ready');
  // Whoever started us, such as `npm start`, waits for this.
  process.send?.({ ready: { ...description, url, managementUrl } });
}

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

function endAtOnce(signal: (typeof stopSignals)[number]): never {
  process.exit(128 + constants.signals[signal]);
}

/** How long closing may take after the requests in flight had their time, in milliseconds. */
const closingTime = 5_000;

/** The first signal stops the service in order, the second at once. The end of our parent is a signal too. */
function stopOnSignal({ close, config, log }: RunningService): void {
  let stopping = false;
  const stop = (signal: (typeof stopSignals)[number] | 'disconnect'): void => {
    if (stopping && signal !== 'disconnect') endAtOnce(signal);
    if (stopping) return;
    stopping = true;
    log.logger.info({ signal }, 'stopping');
    const limit = config.drainDelay + config.shutdownGrace + closingTime;
    setTimeout(() => process.exit(1), limit).unref();
    void close().then(() => process.exit(0));
  };
  for (const signal of [...stopSignals, 'disconnect'] as const) process.on(signal, () => stop(signal));
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
  else if (isUsageError(error)) say(service, `${error.message}. Try --help.`);
  else console.error(error);
  process.exit(isUsageError(error) ? 2 : 1);
}

/** Of `parseArgs`. */
function isUsageError(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function say({ name }: Service, line: string): void {
  process.stderr.write(`${name}: ${line}\n`);
}
