import type { Engine, Writer } from './engine';
import { isRefused } from './errors';
import { handOut } from './hand-out';
import { sortIntoSlices } from './slices';
import type { Item, Returned } from './statement';

/** As many calls share a transaction at most, so that none waits long for the others. */
const LARGEST_GROUP = 500;

/** A call of `GroupCommit.write`. */
interface Call {
  readonly items: readonly Item[];
  readonly resolve: (returned: (Returned | undefined)[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Commits calls one transaction after the other; what comes while one is under way is the next. */
export class CommitLane {
  private waiting: Call[] = [];
  private running = false;

  constructor(private readonly engine: Engine) {}

  add(call: Call): void {
    this.waiting.push(call);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.commitNext();
    this.running = false;
  }

  private async commitNext(): Promise<void> {
    let writer: Writer;
    try {
      writer = await this.engine.writer();
    } catch (error) {
      for (const call of this.waiting.splice(0)) call.reject(error);
      return;
    }
    // Taken only now: whoever came while we waited for our turn is in it.
    await this.commit(writer, this.waiting.splice(0, LARGEST_GROUP));
    writer.release();
  }

  private async commit(writer: Writer, calls: readonly Call[]): Promise<void> {
    try {
      await commitTogether(writer, calls);
    } catch (error) {
      if (calls.length > 1 && isRefused(error)) return this.commitOneByOne(writer, calls);
      for (const call of calls) call.reject(error);
    }
  }

  /** One refused row must not fail its neighbours. */
  private async commitOneByOne(writer: Writer, calls: readonly Call[]): Promise<void> {
    for (const call of calls) await this.commit(writer, [call]);
  }
}

async function commitTogether(writer: Writer, calls: readonly Call[]): Promise<void> {
  const items = calls.flatMap((call) => call.items);
  const { slices, places } = sortIntoSlices(items);
  const results = await writer.commit(slices);
  slices.forEach((slice, index) => slice.keep(results[index]));
  const returned = items.map(({ row }, index) => places[index]?.returnedFor(row));
  for (const { committed } of items) committed?.();
  handOut(calls, ({ items: own, resolve }) => resolve(returned.splice(0, own.length)));
}
