import { createHmac, randomBytes } from 'node:crypto';
import { Refusal } from '@trunkline/faults';

/** So many wait at most: at what a check costs, nobody waits longer than clients do. */
const MOST_PENDING = 16;

/** So many wrong ones are remembered: clients that try again and again with what they have. */
const MOST_WRONG = 10_000;

/**
 * Finds out which passwords are right, so that floods of wrong ones take no more than one core: a check is expensive on purpose, so
 * that there is one at a time, and none for what is known. Remembered are hashes with a key that dies with the process: nothing that
 * would be worth a memory dump, and nothing whose look-up tells anything by the time it takes.
 */
export class PasswordChecks {
  private readonly key = randomBytes(32);
  private readonly right = new Set<string>();
  private readonly wrong = new Set<string>();
  private readonly pending = new Map<string, Promise<boolean>>();
  private last: Promise<unknown> = Promise.resolve();

  /**
   * Whether this is the password of that name.
   *
   * @param check Finds it out, where it is not known.
   * @throws Refusal Overloaded while too many others are waiting for theirs.
   */
  async isRight(name: string, password: string, check: () => Promise<boolean>): Promise<boolean> {
    // No name has a colon in it.
    const credentials = createHmac('sha256', this.key).update(`${name}:${password}`).digest('base64');
    if (this.right.has(credentials)) return true;
    if (this.wrong.has(credentials)) return false;
    return this.pending.get(credentials) ?? this.inTurn(credentials, check);
  }

  private async inTurn(credentials: string, check: () => Promise<boolean>): Promise<boolean> {
    if (this.pending.size >= MOST_PENDING) throw overloaded();
    const verdict = this.last.then(check);
    this.pending.set(credentials, verdict);
    this.last = verdict.catch(() => undefined);
    try {
      this.remember(credentials, await verdict);
      return await verdict;
    } finally {
      this.pending.delete(credentials);
    }
  }

  private remember(credentials: string, right: boolean): void {
    if (right) return void this.right.add(credentials);
    this.wrong.add(credentials);
    const [oldest = ''] = this.wrong;
    if (this.wrong.size > MOST_WRONG) this.wrong.delete(oldest);
  }
}

function overloaded(): Refusal {
  const headers = { 'Retry-After': '1' };
  return new Refusal('Overloaded', 'Too many passwords are being checked at present', { headers });
}
