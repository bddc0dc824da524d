import { Kysely, type Transaction } from 'kysely';
import type { AnyTransaction, Engine, EngineName } from './engine';
import { GroupCommit } from './group-commit';
import type { Lane } from './lane';
import type { Lookup } from './lookup';
import { lookupLane } from './lookup-lane';
import { sortIntoSlices } from './slices';
import type { Columns, Item, Returned, Row, Values } from './statement';
import { withTimeLimit } from './time-limit';

/** So many rows are sent at once: enough to be fast, few enough to leave the main thread free in between. */
const BULK_ROWS = 1_000;

const CHECK_MILLISECONDS = 1_000;

/** A database whatever its tables: what those take that bring tables of their own. */
export type AnyDatabase = Omit<Database<unknown>, 'query' | 'transaction'>;

/**
 * A service's own database, on either engine. `T` is its tables. Columns hold text, whole numbers below 2^31, timestamps
 * (see `timestamp`), json and exact decimals as text, and nothing else; sort by timestamps and numbers only, since
 * PostgreSQL sorts other text by its own collation.
 */
export class Database<T> {
  /** Explicit SQL. On SQLite, what only reads runs beside the writer. */
  readonly query: Kysely<T>;
  /** The fast way for single rows that must be durable. */
  readonly groupCommit: GroupCommit;
  private readonly lookups = new Map<Lookup, Lane<Row, Returned[]>>();
  private readonly afterCommits = new WeakMap<object, (() => void)[]>();

  constructor(
    private readonly backing: Engine,
    /** The name of this process among those that use the database. */
    readonly instance: string,
  ) {
    this.query = new Kysely<T>({ dialect: backing.dialect });
    this.groupCommit = new GroupCommit(backing);
  }

  get engine(): EngineName {
    return this.backing.name;
  }

  /** The same as `query`, seen with other tables of the database. */
  withTables<U>(): Kysely<U> {
    return this.query as unknown as Kysely<U>;
  }

  /**
   * The fast way for reads that every message needs: what a lookup finds for one row, in its order. It sees what was durable when it
   * was asked, and nothing of a transaction that is under way.
   */
  async lookUp<R extends object, C extends Columns>(lookup: Lookup<C>, values: Values<C>): Promise<R[]> {
    return (await this.laneFor(lookup).do(lookup.row(values))) as R[];
  }

  /** Does `work` in one transaction: durable when it resolves, undone when `work` rejects. SQLite runs one at a time. */
  async transaction<R>(work: (trx: Transaction<T>) => Promise<R>): Promise<R> {
    const afterCommit: (() => void)[] = [];
    const result = await this.query.transaction().execute(async (trx) => {
      this.afterCommits.set(trx, afterCommit);
      try {
        return await this.backing.scope.enter(() => work(trx));
      } finally {
        this.afterCommits.delete(trx);
      }
    });
    for (const tell of afterCommit) tell();
    return result;
  }

  /**
   * Writes the items in a transaction that `transaction` handed out, any number of them. Gives, for each item, the row that
   * its statement returned, or undefined where it touched none.
   */
  async writeIn(trx: AnyTransaction, items: readonly Item[]): Promise<(Returned | undefined)[]> {
    const afterCommit = this.afterCommitOf(trx);
    const returned: (Returned | undefined)[] = [];
    for (let start = 0; start < items.length; start += BULK_ROWS) {
      const bulk = items.slice(start, start + BULK_ROWS);
      const { slices, places } = sortIntoSlices(bulk);
      const results = await this.backing.writeIn(trx, slices);
      slices.forEach((slice, index) => slice.keep(results[index]));
      bulk.forEach(({ row }, index) => returned.push(places[index]?.returnedFor(row)));
    }
    for (const { committed } of items) if (committed) afterCommit.push(committed);
    return returned;
  }

  /**
   * Writes items at the end of a transaction that `transaction` handed out, any number of them: nothing may follow but its end.
   * What is wrong with them rejects the transaction. On SQLite it saves the way to its thread and back.
   */
  async writeLast(trx: AnyTransaction, items: readonly Item[]): Promise<void> {
    const last = items.length % BULK_ROWS || BULK_ROWS;
    await this.writeIn(trx, items.slice(0, -last));
    const rest = items.slice(-last);
    await this.backing.writeLast(trx, sortIntoSlices(rest).slices);
    for (const { committed } of rest) if (committed) this.afterCommitOf(trx).push(committed);
  }

  /** For readiness: rejects within a second when the database does not answer. */
  check(): Promise<void> {
    return withTimeLimit(CHECK_MILLISECONDS, this.backing.check(CHECK_MILLISECONDS));
  }

  /** Lets what is under way finish, then closes. */
  close(): Promise<void> {
    return this.backing.close();
  }

  private laneFor(lookup: Lookup): Lane<Row, Returned[]> {
    const known = this.lookups.get(lookup);
    if (known) return known;
    const lane = lookupLane(this.backing, lookup);
    this.lookups.set(lookup, lane);
    return lane;
  }

  private afterCommitOf(trx: AnyTransaction): (() => void)[] {
    const afterCommit = this.afterCommits.get(trx);
    if (!afterCommit) throw new Error('Write only in a transaction that Database.transaction handed out.');
    return afterCommit;
  }
}
