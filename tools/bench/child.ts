import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { pinned, type Role } from './cores.ts';

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

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}

/** What runs in a process: its file, made already, what it is told. */
export interface Run {
  readonly main: string;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a program on the core of its role, without our own environment: a DATABASE_URL there is not meant for it. Its log is
 * written, but nobody keeps it.
 */
export function start(
  role: Role,
  { main, arguments: args = [], env }: Run,
  node: readonly string[] = [],
): Child {
  const [execPath, ...before] = [...pinned(role), process.execPath];
  return new Child(
    fork(main, [...args], {
      execPath: execPath!,
      execArgv: [...before, ...node],
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
}
