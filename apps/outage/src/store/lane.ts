import { setImmediate } from 'node:timers/promises';

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does work in groups, one group at a time: what comes at once is one, and what comes while one is under way is the next one, so that a
 * commit to the disk serves all of them. A group that fails is done again one by one, so that nobody fails because of a neighbour.
 */
export class Lane<Work, Result> {
  private waiting: Waiting<Work, Result>[] = [];
  private running = false;

  /** @param largest So many share a group at most. @param run Gives a result for each of a group, in its order. */
  constructor(
    private readonly largest: number,
    private readonly run: (group: readonly Work[]) => Promise<readonly Result[]>,
  ) {}

  do(work: Work): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (!this.running) void this.runAll();
    });
  }

  private async runAll(): Promise<void> {
    this.running = true;
    // Who came with the first, in the same turn of the event loop, is in its group.
    await setImmediate();
    while (this.waiting.length > 0) await this.runGroup(this.waiting.splice(0, this.largest));
    this.running = false;
  }

  private async runGroup(group: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const results = await this.run(group.map(({ work }) => work));
      group.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      if (group.length === 1) return group[0]!.reject(error);
      for (const each of group) await this.runGroup([each]);
    }
  }
}
