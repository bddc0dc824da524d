import type { Slice } from './engine';
import type { Item, Returned, Row, Statement, Value } from './statement';

/** The rows of one statement, no two with the same key, and what came back for them. */
class KeyedSlice implements Slice {
  private readonly byKey = new Map<Value, Row>();
  private readonly returned = new Map<Value, Returned>();

  constructor(readonly statement: Statement) {}

  get rows(): Row[] {
    return [...this.byKey.values()];
  }

  holds(row: Row): boolean {
    return this.byKey.has(this.statement.keyOf(row));
  }

  add(row: Row): void {
    this.byKey.set(this.statement.keyOf(row), row);
  }

  keep(returned: readonly Returned[] = []): void {
    for (const row of returned) this.returned.set(row[this.statement.key] ?? null, row);
  }

  /** undefined: the statement touched nothing for it. */
  returnedFor(row: Row): Returned | undefined {
    return this.returned.get(this.statement.keyOf(row));
  }
}

interface SortedItems {
  /** In the order in which every instance runs them, so that they do not lock each other out. */
  readonly slices: readonly KeyedSlice[];
  /** The slice of each item. */
  readonly places: readonly KeyedSlice[];
}

export function sortIntoSlices(items: readonly Item[]): SortedItems {
  const slices: KeyedSlice[] = [];
  const places = items.map((item) => place(slices, item));
  slices.sort((a, b) => compare(a.statement.name, b.statement.name));
  return { slices, places };
}

/** A second row with the same key goes into a slice of its own: a PostgreSQL UPDATE would apply only one of the two. */
function place(slices: KeyedSlice[], { statement, row }: Item): KeyedSlice {
  let slice = slices.find((candidate) => candidate.statement === statement && !candidate.holds(row));
  if (!slice) slices.push((slice = new KeyedSlice(statement)));
  slice.add(row);
  return slice;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
