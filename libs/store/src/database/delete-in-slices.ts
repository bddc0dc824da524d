import type { DeleteResult } from 'kysely';

/** Repeats a deletion that takes at most `slice` rows until nothing is left for it, and says how many rows it took. */
export async function deleteInSlices(slice: number, deletion: () => Promise<DeleteResult>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = Number((await deletion()).numDeletedRows);
    total += deleted;
    if (deleted < slice) return total;
  }
}
