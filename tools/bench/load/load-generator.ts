import { join } from 'node:path';
import { start } from '../child.ts';
import type { Load, LoadResult } from './generator.ts';

/** The process that makes the load. */
export class LoadGenerator {
  readonly #child = start({ main: join(import.meta.dirname, 'generator.ts') });

  /** @throws Error when a connection broke. */
  async run(load: Load): Promise<LoadResult> {
    const { result, error } = await this.#child.ask(load);
    if (error !== undefined) throw new Error(`${load.url}: ${String(error)}`);
    return result as LoadResult;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
