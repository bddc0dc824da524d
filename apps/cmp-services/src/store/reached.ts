import { Fault } from '@trunkline/faults';

/** What comes of a query. @throws Fault CmpUnavailable where the database does not do it. */
export async function reached<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw new Fault('CmpUnavailable', { cause: error });
  }
}
