import type { Customer, CustomerInformation } from '@trunkline/contracts/outage';

/** What becomes of the list of an event's customers: lists that are added, to what it was or to nothing. */
export interface ListChange {
  readonly replaces: boolean;
  readonly lists: readonly (readonly Customer[])[];
}

/** A change as a message asks for it; undefined where the list stays: the message does not name it (CONTRACTS.md section 2). */
export function changeOf(information: CustomerInformation | undefined): ListChange | undefined {
  if (!information?.customers) return undefined;
  const { customers, incrementalUpdate = false } = information;
  return { replaces: !incrementalUpdate, lists: [customers] };
}

/** What becomes of the lists of events: by event id one change after the other, as one. */
export class ListChanges {
  private readonly changes = new Map<string, { replaces: boolean; lists: (readonly Customer[])[] }>();

  /** There may be many for one event: what came before is not copied for each. */
  add(eventId: string, { replaces, lists }: ListChange): void {
    const before = replaces ? undefined : this.changes.get(eventId);
    if (before) for (const list of lists) before.lists.push(list);
    else this.changes.set(eventId, { replaces, lists: [...lists] });
  }

  [Symbol.iterator](): Iterator<readonly [eventId: string, change: ListChange]> {
    return this.changes[Symbol.iterator]();
  }
}
