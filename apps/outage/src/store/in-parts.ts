import { type Customer, inTurns } from '@trunkline/contracts/outage';

/** So many items a part are looked at to find its bounds: parts differ by a fifth, where more would differ less. */
const looks = 32;

type Compare<T> = (one: T, other: T) => number;

/**
 * A list in parts of about `size`, each with the items that follow those of the part before; in a part they stand in no order. Such parts
 * are sorted one by one, and everybody else gets their turn in between.
 */
export async function inParts<T>(
  items: readonly T[],
  size: number,
  compare: Compare<T>,
): Promise<readonly (readonly T[])[]> {
  const count = Math.ceil(items.length / size);
  if (count <= 1) return [items];
  const bounds = boundsOf(items, count, compare);
  const parts = Array.from({ length: count }, (): T[] => []);
  await inTurns(items, (item) => parts[placeOf(item, bounds, compare)]!.push(item));
  return parts;
}

/** The first items of the second part and of those after it. */
function boundsOf<T>(items: readonly T[], count: number, compare: Compare<T>): T[] {
  const step = Math.ceil(items.length / (count * looks));
  const sample = items.filter((_, index) => index % step === 0).sort(compare);
  return Array.from(
    { length: count - 1 },
    (_, part) => sample[Math.floor(((part + 1) * sample.length) / count)]!,
  );
}

function placeOf<T>(item: T, bounds: readonly T[], compare: Compare<T>): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(item, bounds[middle]!) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** By their keys, as the index has them. */
export function compareCustomers(one: Customer, other: Customer): number {
  return compareIds(one.accountId, other.accountId) || compareIds(one.spId, other.spId);
}

export function compareIds(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
