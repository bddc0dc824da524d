import type { Engine, Writer } from './engine';
import { sortIntoSlices } from './slices';
import type { Item, Returned } from './statement';

/** As many calls share a transaction at most, so that none waits long for the others. */
const LARGEST_GROUP = 500;

interface Call {
  readonly items: readonly Item[];
  readonly resolve: (returned: (Returned | undefined)[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Durable writes that share their transaction with whatever is written at the same time: calls made while one transaction
 * is under way are collected and become the next one. A disk flush then serves all of them.
 */
export class GroupCommit {
  private waiting: Call[] = [];
  private running = false;

  constructor(private readonly engine: Engine) {}

  /**
   * Writes the items of one call: all or none of them, durable when it resolves. Their order within the transaction is not
   * promised. Gives, for each item, the row that its statement returned, or undefined where it touched none. Rejects with
   * the engine's error when a row is refused or the database cannot write; other calls are not affected by a refused row.
   */
  write(items: readonly Item[]): Promise<(Returned | undefined)[]> {
    return new Promise((resolve, reject) => {
      this.engine.scope.refuseInside();
      this.waiting.push({ items, resolve, reject });
      if (!this.running) void this.run();
    });
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
      if (calls.length > 1 && this.engine.refusesRow(error)) return this.commitOneByOne(writer, calls);
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
  for (const call of calls) call.resolve(returned.splice(0, call.items.length));
  for (const { committed } of items) committed?.();
}
