import { join } from 'node:path';
import { start } from '../child.ts';
import type { Load, LoadResult } from './generator.ts';
import type { Pace, PacedResult } from './pacer.ts';

/** A process that makes load. */
class LoadProcess<Asked extends { readonly url: string }, Result> {
  readonly #child;

  constructor(file: string, ...args: string[]) {
    this.#child = start({ main: join(import.meta.dirname, file), arguments: args });
  }

  /** @throws Error when a connection broke that should not. */
  async run(asked: Asked): Promise<Result> {
    const { result, error } = await this.#child.ask(asked);
    if (error !== undefined) throw new Error(`${asked.url}: ${String(error)}`);
    return result as Result;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}

/** Sends a message when the one before it is answered. */
export class LoadGenerator extends LoadProcess<Load, LoadResult> {
  constructor() {
    super('generator.ts');
  }
}

/** Sends messages at a rate, whatever comes back. */
export class Pacer extends LoadProcess<Pace, PacedResult> {
  /** @param sent How many messages others send to the same server: their ids are not used. */
  constructor(sent = 0) {
    super('pacer.ts', String(sent));
  }
}
