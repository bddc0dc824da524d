import type { SqliteFailure } from './sqlite.worker.mts';

/** An error of SQLite, carried over from its thread. */
export class SqliteError extends Error {
  /** SQLite's extended result code; undefined when a value could not be bound. */
  readonly code: number | undefined;

  constructor({ message, code }: SqliteFailure) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }

  /** The code without what extends it. */
  get resultCode(): number | undefined {
    return this.code === undefined ? undefined : this.code & 0xff;
  }
}
