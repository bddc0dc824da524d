import { Fault } from '@trunkline/faults';
import { failsAgain } from '@trunkline/store';

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
    throw failsAgain(error) ? error : new Fault('CmpUnavailable', { cause: error });
  }
}
