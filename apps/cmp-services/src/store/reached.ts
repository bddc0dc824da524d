import { Fault } from '@trunkline/faults';

// https://www.postgresql.org/docs/current/errcodes-appendix.html: not supported, cardinality, data, constraint, syntax or access.
const refusedByPostgres = /^(0A|2[123]|42)/;

/** https://www.sqlite.org/rescode.html: ERROR, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE. */
const refusedBySqlite: readonly number[] = [1, 18, 19, 20, 21, 25];

/**
 * What comes of a query. A database that does not do it at present may do it later; one that says that it is no query is right, and
 * so that error stays what it is.
 *
 * @throws Fault CmpUnavailable where the database cannot be reached, is stopping, is full or will not be written to.
 */
export async function reached<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw isRefused(error) ? error : new Fault('CmpUnavailable', { cause: error });
  }
}

/** Whether it would be refused again, however often it is tried. */
function isRefused(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'number') return refusedBySqlite.includes(code & 0xff);
  return typeof code === 'string' && refusedByPostgres.test(code);
}
