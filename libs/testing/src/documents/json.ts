import fc from 'fast-check';
import type { MessageClass } from '@trunkline/fields';
import { messages } from './values';

/** JSON values for a message: about a third of them right, the others with something else somewhere in them. */
export function jsonValues(type: MessageClass): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.record({ where: fc.nat(), value: strangers }), { maxLength: 2 });
  return fc
    .tuple(messages(type), changes)
    .map(([message, changed]) => changed.reduce(put, { value: copyOf(message) }).value);
}

function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

interface Change {
  readonly where: number;
  readonly value: unknown;
}

/** Stands for a property that is left out. */
const absent = Symbol('absent');

const strangers: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(absent),
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21, '', ' ', '1', 'true', 'x'.repeat(5000)),
  fc.constantFrom<unknown>([], {}, [[]], [null], [{}], { length: 1 }, { toString: 'x' }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

interface Holder extends Record<string, unknown> {
  value: unknown;
}

/** Puts a stranger in one of the places of a value: the value itself, a property, an item. */
function put(holder: Holder, { where, value }: Change): Holder {
  const places = placesIn(holder, []);
  const [owner, key] = places[where % places.length] ?? [holder, 'value'];
  if (value === absent && !Array.isArray(owner)) delete owner[key];
  else owner[key] = value === absent ? null : copyOf(value);
  return holder;
}

/** An object, or an array by its indexes. */
type Owner = Record<string, unknown>;

function placesIn(owner: object, found: [Owner, string][]): [Owner, string][] {
  for (const [key, value] of Object.entries(owner)) {
    found.push([owner as Owner, key]);
    if (typeof value === 'object' && value !== null) placesIn(value, found);
  }
  return found;
}
