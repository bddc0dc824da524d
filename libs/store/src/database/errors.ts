import { DatabaseError } from 'pg';
import { SqliteError } from '../sqlite/sqlite.error';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html and https://www.sqlite.org/rescode.html. */
interface Codes {
  readonly postgres: RegExp;
  readonly sqlite: readonly (number | undefined)[];
}

const refusal: Codes = {
  // Not supported; cardinality, data, constraint; syntax or access; beyond a limit of the program, as a key that is too long.
  postgres: /^(0A|2[123]|42|54)/,
  // A value that cannot be bound; ERROR, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE.
  sqlite: [undefined, 1, 18, 19, 20, 21, 25],
};

const diskTrouble: Codes = {
  // Only reads, full, fails.
  postgres: /^(25006|53100|58030)$/,
  // READONLY, IOERR, CORRUPT, FULL, CANTOPEN.
  sqlite: [8, 10, 11, 13, 14],
};

const meeting: Codes = {
  // A serialization failure, a deadlock.
  postgres: /^(40001|40P01)$/,
  // It has one writer.
  sqlite: [],
};

const SQLITE_BUSY = 5;

/** What an operator can do, by result code of SQLite: CORRUPT, FULL, NOTADB. */
const remedies: Readonly<Record<number, string>> = {
  11: 'Restore it from a backup.',
  13: 'Make room on the disk.',
  26: 'Restore it from a backup, or move it away for a new one.',
};

/** The row, or what is asked with it, is at fault, not the database: it would be refused again, and others may well be written. */
export function isRefused(error: unknown): boolean {
  return isOneOf(refusal, error);
}

/** Would fail again, however often it is tried: it is refused, or we are wrong. Whatever else fails may be done later. */
export function failsAgain(error: unknown): boolean {
  return isRefused(error) || error instanceof TypeError || error instanceof RangeError;
}

/** Two transactions met; the one that lost is done again. */
export function metAnother(error: unknown): boolean {
  return isOneOf(meeting, error);
}

/** Another process has the file of a SQLite database. */
export function isTaken(error: unknown): boolean {
  return error instanceof SqliteError && error.resultCode === SQLITE_BUSY;
}

/** Nothing can be written for the time being, whatever it is: the disk is full, for one. */
export function ofTheDisk(error: unknown): boolean {
  return isOneOf(diskTrouble, error);
}

/** What an operator can do about an error, where we know it. */
export function remedyOf(error: unknown): string | undefined {
  return error instanceof SqliteError ? remedies[error.resultCode ?? 0] : undefined;
}

function isOneOf({ postgres, sqlite }: Codes, error: unknown): boolean {
  if (error instanceof SqliteError) return sqlite.includes(error.resultCode);
  return error instanceof DatabaseError && postgres.test(error.code ?? '');
}
