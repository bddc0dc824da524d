import { setImmediate } from 'node:timers/promises';

/** How long one message keeps all others waiting at a stretch, in milliseconds. */
const longest = 4;

/** A stretch of work on a large message. */
export class Turn {
  private end = performance.now() + longest;

  /** Ask it often: a look at the clock costs nothing to speak of. */
  get isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** Lets everybody else have theirs. */
  async next(): Promise<void> {
    await setImmediate();
    this.end = performance.now() + longest;
  }
}

/** What `work` makes of each of them, in their order. There may be many: everybody else gets their turn in between. */
export async function inTurns<T, R>(items: Iterable<T>, work: (item: T, index: number) => R): Promise<R[]> {
  const turn = new Turn();
  const made: R[] = [];
  for (const item of items) {
    if (turn.isOver) await turn.next();
    made.push(work(item, made.length));
  }
  return made;
}
