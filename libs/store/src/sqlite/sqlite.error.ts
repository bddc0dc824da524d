import type { SqliteFailure } from './sqlite.worker.mts';

// https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_TOOBIG = 18;
const SQLITE_CONSTRAINT = 19;
const SQLITE_MISMATCH = 20;

/** An error of SQLite, carried over from its thread. */
export class SqliteError extends Error {
  /** SQLite's extended result code; undefined when a value could not be bound. */
  readonly code: number | undefined;

  constructor({ message, code }: SqliteFailure) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }

  get busy(): boolean {
    return this.resultCode === SQLITE_BUSY;
  }

  /** The row is at fault, not the database. */
  get refusesRow(): boolean {
    const { resultCode } = this;
    return (
      resultCode === undefined || [SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH].includes(resultCode)
    );
  }

  /** Nothing can be written for the time being, whatever it is: the disk is full, for one. */
  get ofTheDisk(): boolean {
    const ofTheDisk = [SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_FULL, SQLITE_CANTOPEN];
    return this.resultCode !== undefined && ofTheDisk.includes(this.resultCode);
  }

  private get resultCode(): number | undefined {
    return this.code === undefined ? undefined : this.code & 0xff;
  }
}
