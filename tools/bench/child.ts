import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of ours that is asked and answers, one question at a time. */
export class Child {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'exit');
  }

  ask(question?: unknown): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('a process of the bench ended; what it said stands above'));
      this.#child.once('exit', gone);
      this.#child.once('message', (answer) => {
        this.#child.off('exit', gone);
        resolve(answer as Record<string, unknown>);
      });
      if (question !== undefined) this.#child.send(question as object);
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}

/** What runs in a process: its file, made already, and what it is told. */
export interface Run {
  readonly main: string;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a program, without our own environment: a DATABASE_URL there is not meant for it. Its log is written, but nobody keeps it.
 *
 * @param command What stands before its command.
 * @param flags Of Node.
 */
export function start(
  { main, arguments: args = [], env }: Run,
  command: readonly string[] = [],
  flags: readonly string[] = [],
): Child {
  const [execPath = process.execPath, ...before] = [...command, process.execPath];
  return new Child(
    fork(main, [...args], {
      execPath,
      execArgv: [...before, ...flags],
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
}
