import { nearMisses } from '../documents/texts';
import type { Chance } from './chance';
import type { FieldsByName } from './fields-by-name';

/** Stands for a property that is left out. */
const absent = Symbol('absent');

const strangers: readonly unknown[] = [
  ...[
    absent,
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    '',
    ' ',
    '1',
    'true',
    'x'.repeat(5_000),
    '\u0000',
    '\ud800',
    '😀',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    { length: 1 },
    { toString: 'x' },
    { then: 1 },
    Array.from({ length: 300 }, () => ({})),
  ],
];

/** An object, or an array by its indexes. */
type Owner = Record<string, unknown>;

/** The value with one to three changes: another value, of the wrong kind or nearly right by its field, a property more, one twice or none. */
export function changeJson(value: unknown, fields: FieldsByName, chance: Chance): string {
  const holder: Owner = { value: structuredClone(value) };
  for (let left = 1 + chance.below(3); left > 0; left--) change(holder, fields, chance);
  return JSON.stringify(holder['value']) ?? '';
}

function change(holder: Owner, fields: FieldsByName, chance: Chance): void {
  const places = placesIn(holder, []);
  // Nothing is left where the whole value was left out.
  const [owner, key] = places.length > 0 ? chance.of(places) : [holder, 'value'];
  const field = fields.get(key);
  const value = owner[key];
  if (chance.below(8) === 0) put(owner, `${key}2`, value);
  else if (chance.below(8) === 0 && Array.isArray(value)) value.push(...(value as unknown[]));
  else if (field && chance.below(2) === 0) put(owner, key, chance.of(nearMisses(field, textOf(value))));
  else put(owner, key, chance.of(strangers));
}

function put(owner: Owner, key: string, value: unknown): void {
  if (value === absent && !Array.isArray(owner)) delete owner[key];
  else owner[key] = value === absent ? null : structuredClone(value);
}

function placesIn(owner: object, found: [Owner, string][]): [Owner, string][] {
  for (const [key, value] of Object.entries(owner)) {
    found.push([owner as Owner, key]);
    if (typeof value === 'object' && value !== null) placesIn(value as object, found);
  }
  return found;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
