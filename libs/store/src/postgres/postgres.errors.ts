import { DatabaseError } from 'pg';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const READ_ONLY_SQL_TRANSACTION = '25006';
const DISK_FULL = '53100';
const IO_ERROR = '58030';

/** Two transactions met; the one that lost is done again. */
export function metAnother(error: unknown): boolean {
  return (
    error instanceof DatabaseError && [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(error.code ?? '')
  );
}

/** Class 22, a value out of range, and class 23, a constraint: the row is at fault, not the database. */
export function refusesRow(error: unknown): boolean {
  return error instanceof DatabaseError && /^2[23]/.test(error.code ?? '');
}

/** Nothing can be written for the time being, whatever it is: the disk is full, for one. */
export function ofTheDisk(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    [DISK_FULL, IO_ERROR, READ_ONLY_SQL_TRANSACTION].includes(error.code ?? '')
  );
}

/** Without an answer from the server nobody knows the state of the connection. */
export function answeredByServer(error: unknown): boolean {
  return error instanceof DatabaseError;
}

/** The reason in one line: a host with several addresses fails with one error for each and no words of its own. */
export function reasonOf(error: unknown): string {
  const { message, errors } = error as Error & { readonly errors?: readonly Error[] };
  return message || (errors?.[0]?.message ?? '');
}
