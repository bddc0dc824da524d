/** How often the load looks at the clock, in milliseconds. */
const tick = 10;

/** As many messages wait for their answer at most: beyond that the machine is too busy for the rate, and the load waits for it. */
const mostOpen = 200;

/** What came of a message: its answer, or the error of a connection that broke. */
export type Outcome = string | Error;

/** Sends messages at a rate of its own, however long each answer takes: who waits for an answer keeps no other from asking. */
export class SteadyLoad {
  readonly outcomes = new Map<number, Outcome>();
  private readonly open = new Set<Promise<void>>();
  private readonly waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  private readonly timer: NodeJS.Timeout;
  private sent = 0;

  /**
   * @param rate Messages a second.
   * @param first The number of the first message; the following ones are counted up.
   */
  constructor(
    rate: number,
    private readonly first: number,
    private readonly send: (message: number) => Promise<string>,
  ) {
    const start = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - start) * rate) / 1000;
      while (this.sent < due && this.open.size < mostOpen) this.begin(this.first + this.sent++);
    }, tick);
  }

  /** Resolves when so many messages more than now have come to something. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => this.waiting.push({ count: this.outcomes.size + count, resolve }));
  }

  /** Sends no more, and waits for what is under way. */
  async stop(): Promise<ReadonlyMap<number, Outcome>> {
    clearInterval(this.timer);
    await Promise.all(this.open);
    return this.outcomes;
  }

  private begin(message: number): void {
    const done: Promise<void> = this.send(message)
      .catch((error: Error) => error)
      .then((outcome) => {
        this.outcomes.set(message, outcome);
        this.open.delete(done);
        for (const { count, resolve } of this.waiting) if (this.outcomes.size >= count) resolve();
      });
    this.open.add(done);
  }
}
