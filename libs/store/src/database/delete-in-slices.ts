import type { QueryResult } from 'kysely';

/** Repeats a deletion that takes at most `slice` rows until nothing is left for it, and says how many rows it took. */
export async function deleteInSlices(
  slice: number,
  deletion: () => Promise<QueryResult<unknown>>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = Number((await deletion()).numAffectedRows);
    total += deleted;
    if (deleted < slice) return total;
  }
}
