import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { warningOf } from './warning.ts';

/** What a service tells whoever started it, once it answers. */
export interface Ready {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly endpoints: readonly {
    readonly method: string;
    readonly path: string;
    readonly wsdl?: string;
  }[];
}

/** How long a service may take to stop, in milliseconds: more than it allows itself. */
const patience = 40_000;

/** One service, in a process of its own. */
export interface ServiceProcess {
  readonly name: string;
  /** Resolves when it answers; never when it ends before. */
  readonly ready: Promise<Ready>;
  /** Resolves when it is gone. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

/**
 * Starts a service. Its log goes to a file, its warnings also to our stderr, and so does what it says when it cannot start.
 *
 * @param main The built `main.js`.
 * @param folder Where it runs, and so where its data is.
 */
export function startProcess(name: string, main: string, folder: string, logFile: string): ServiceProcess {
  const child = fork(main, {
    // A group of its own: Ctrl-C in the terminal is for us, and we stop each service once.
    detached: true,
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  keepLog(name, child, logFile);
  return {
    name,
    ready: once(child, 'message').then(([message]) => (message as { ready: Ready }).ready),
    ended: once(child, 'exit'),
    stop: () => {
      child.kill('SIGTERM');
      // Nothing may be left running, whatever keeps it from ending.
      setTimeout(() => child.kill('SIGKILL'), patience).unref();
    },
  };
}

/** Ours without PORT: one port cannot be everybody's. EVENTS_PORT and its like stay. */
function environment(): NodeJS.ProcessEnv {
  const { PORT: _, ...rest } = process.env;
  return rest;
}

function keepLog(name: string, { stdout }: ChildProcess, logFile: string): void {
  if (stdout === null) return;
  stdout.pipe(createWriteStream(logFile, { flags: 'a' }));
  createInterface({ input: stdout }).on('line', (line) => {
    const warning = warningOf(line);
    if (warning !== undefined) process.stderr.write(`${name}: ${warning}\n`);
  });
}
