/** How long work is begun in one turn of the event loop, in milliseconds. */
const share = 2;

/**
 * Begins pieces of work for a short while in each turn of the event loop; the others wait for the next. Under load a turn would
 * otherwise take as long as all that came, and whoever else waits for his turn would wait for the whole of it.
 */
export class Shares {
  private readonly waiting: (() => void)[] = [];
  /** When the first piece of this turn came; absent while none did. */
  private start: number | undefined;
  /** When the share of the last turn that had one is used up. */
  private end = 0;

  /** @param clock Milliseconds, from whenever. */
  constructor(private readonly clock = () => performance.now()) {}

  /** Begins it at once, where the turn has time left for it. */
  run(work: () => void): void {
    const now = this.clock();
    this.begin(now);
    if (this.waiting.length === 0 && now < this.start! + share) work();
    else this.queue(work);
  }

  /** Begins it when what is under way has come to rest: so that what follows on promises counts, too. */
  queue(work: () => void): void {
    this.begin(this.clock());
    this.waiting.push(work);
    // One each: Node does what follows on promises between them.
    setImmediate(() => this.next());
  }

  private begin(now: number): void {
    if (this.start !== undefined) return;
    this.start = now;
    setImmediate(() => this.open());
  }

  private open(): void {
    this.end = this.clock() + share;
    this.start = undefined;
  }

  private next(): void {
    const now = this.clock();
    if (now < this.end) return this.waiting.shift()!();
    this.begin(now);
    setImmediate(() => this.next());
  }
}
