import type { Customer, CustomerInformation } from '@trunkline/contracts/outage';

/** What becomes of the list of an event's customers: lists that are added, to what it was or to nothing. */
export interface ListChange {
  readonly replaces: boolean;
  readonly lists: readonly (readonly Customer[])[];
}

export const noChange: ListChange = { replaces: false, lists: [] };

/** A change as a message asks for it: a list that it does not name stays (CONTRACTS.md section 2). */
export function changeOf(information: CustomerInformation | undefined): ListChange {
  if (!information?.customers) return noChange;
  const { customers, incrementalUpdate = false } = information;
  return { replaces: !incrementalUpdate, lists: [customers] };
}

/** One change after the other, as one. */
export function andThen(first: ListChange, second: ListChange): ListChange {
  if (second.replaces) return second;
  return { replaces: first.replaces, lists: [...first.lists, ...second.lists] };
}
