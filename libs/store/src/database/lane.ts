import { setImmediate } from 'node:timers/promises';
import { handOut } from './hand-out';

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface LaneWork<Work, Result> {
  /** So many share a group at most. */
  readonly largest: number;
  /** Gives a result for each of a group, in its order. */
  run(group: readonly Work[]): Promise<readonly Result[]>;
  /** Whether an error may be that of one of the group: then each is tried alone. Otherwise all fail with it. */
  mayBeOfOne(error: unknown): boolean;
}

/**
 * Does work in groups, one group at a time: what comes at once is one, and what comes while one is under way is the next one, so that one
 * way to the database serves all of them. Nobody fails because of a neighbour.
 */
export class Lane<Work, Result> {
  private waiting: Waiting<Work, Result>[] = [];
  private running = false;

  constructor(private readonly its: LaneWork<Work, Result>) {}

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
    while (this.waiting.length > 0) await this.runGroup(this.waiting.splice(0, this.its.largest));
    this.running = false;
  }

  private async runGroup(group: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const results = await this.its.run(group.map(({ work }) => work));
      handOut(group, ({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      if (group.length > 1 && this.its.mayBeOfOne(error)) return this.runOneByOne(group);
      for (const { reject } of group) reject(error);
    }
  }

  private async runOneByOne(group: readonly Waiting<Work, Result>[]): Promise<void> {
    for (const each of group) await this.runGroup([each]);
  }
}
