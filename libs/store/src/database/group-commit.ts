import { CommitLane } from './commit-lane';
import type { Engine } from './engine';
import type { Item, Returned } from './statement';

/**
 * Durable writes that share their transaction with whatever is written at the same time: calls made while one transaction
 * is under way are collected and become the next one. A disk flush then serves all of them.
 *
 * Where several can write at once, calls that are of the same statements share theirs: a statement that has a transaction to
 * itself takes PostgreSQL one round trip, and two in one take four.
 */
export class GroupCommit {
  private readonly lanes = new Map<string, CommitLane>();

  constructor(private readonly engine: Engine) {}

  /**
   * Writes the items of one call: all or none of them, durable when it resolves. Their order within the transaction is not
   * promised, nor that of two calls of which neither waits for the other. Gives, for each item, the row that its statement
   * returned, or undefined where it touched none. Rejects with the engine's error when a row is refused or the database cannot
   * write; other calls are not affected by a refused row.
   */
  write(items: readonly Item[]): Promise<(Returned | undefined)[]> {
    return new Promise((resolve, reject) => {
      this.engine.scope.refuseInside();
      this.laneFor(items).add({ items, resolve, reject });
    });
  }

  private laneFor(items: readonly Item[]): CommitLane {
    const name = this.engine.manyWriters ? statementsOf(items) : '';
    const known = this.lanes.get(name);
    if (known) return known;
    const lane = new CommitLane(this.engine);
    this.lanes.set(name, lane);
    return lane;
  }
}

/** The names of their statements, each once, in one order. */
function statementsOf(items: readonly Item[]): string {
  if (items.length === 1) return items[0]!.statement.name;
  return [...new Set(items.map(({ statement }) => statement.name))].sort().join(' ');
}
