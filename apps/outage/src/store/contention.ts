import { metAnother } from '@trunkline/store';

/** A transaction that meets others again and again is not tried for ever. */
const mostAttempts = 10;

/** PostgreSQL's unique violation. Another instance added the same event at the same time: it is there now. */
const alreadyThere = '23505';

/** Does a transaction again when it lost against another one. */
export async function untilAlone<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === mostAttempts || !lost(error)) throw error;
    }
  }
}

function lost(error: unknown): boolean {
  return metAnother(error) || (error as { code?: unknown }).code === alreadyThere;
}
