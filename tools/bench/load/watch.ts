import { setTimeout as wait } from 'node:timers/promises';
import type { MeasuredServer, Usage } from '../measured-server.ts';

/** Looks at what a process uses, now and then until it is stopped. */
export class Watch {
  readonly #seen: Usage[] = [];
  readonly #done: Promise<void>;
  #stopping = false;

  /** @param every Milliseconds. */
  constructor(server: MeasuredServer, every = 100) {
    this.#done = this.#look(server, every);
  }

  /** What was seen, in order. */
  async stop(): Promise<readonly Usage[]> {
    this.#stopping = true;
    await this.#done;
    return this.#seen;
  }

  async #look(server: MeasuredServer, every: number): Promise<void> {
    while (!this.#stopping) {
      this.#seen.push(await server.usage());
      await wait(every);
    }
  }
}

/** The most memory, in MiB. */
export function mostMemory(seen: readonly Usage[]): number {
  return Math.max(...seen.map(({ memory }) => memory)) / 2 ** 20;
}
