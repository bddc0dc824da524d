/** A transaction that meets others again and again is not tried for ever. */
const mostAttempts = 10;

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const serializationFailure = '40001';
const deadlockDetected = '40P01';
/** Another instance added the same event at the same time: it is there now. */
const uniqueViolation = '23505';

const contention: readonly unknown[] = [serializationFailure, deadlockDetected, uniqueViolation];

/** Does a transaction again when it lost against another one. */
export async function untilAlone<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === mostAttempts || !contention.includes((error as { code?: unknown }).code)) throw error;
    }
  }
}
