import { type Field, planOf } from '@trunkline/fields';
import type { RestOperation } from '@trunkline/operations';
import { nearMisses } from '../documents/texts';
import type { Chance } from './chance';

/** What readers of addresses stumble over, or should, as it stands in one. None of it ends a segment of the path. */
const strangers = [
  ...[
    '%',
    '%zz',
    '%0',
    '%00',
    '%ff',
    '%c0%80',
    '%ed%a0%80',
    '%2f',
    '%2e%2e',
    '%25',
    '%0d%0a',
    '%20',
    '%F0%9F%98%80',
  ],
  ...[
    '+',
    ',',
    ',,',
    ';',
    ':',
    '=',
    '==',
    '.',
    '..',
    '*',
    "'",
    '[]',
    '[x]=1',
    '__proto__',
    'constructor',
    'null',
  ],
  ...['0', '-1', '1.5', '1e999', '0x10', 'NaN', 'true', '9007199254740993', 'x'.repeat(1_000)],
];

/** Servers take so much of an address for sure, in characters. */
const longest = 2_000;

/** An address in its parts, raw. */
interface Parts {
  readonly segments: string[];
  /** Where in the path a parameter stands, by its place. */
  readonly named: readonly (readonly [place: number, name: string])[];
  readonly pairs: string[];
}

/** The address of a request with one to three changes: of a parameter's value, by its declaration or not, or one more, twice or none. */
export function changeAddress(address: string, operation: RestOperation, chance: Chance): string {
  const fields = operation.parameters ? planOf(operation.parameters).fields : [];
  const parts = partsOf(address, operation);
  for (let left = 1 + chance.below(3); left > 0; left--) change(parts, fields, chance);
  const query = parts.pairs.length > 0 ? `?${parts.pairs.join('&')}` : '';
  return (parts.segments.join('/') + query).slice(0, longest);
}

function partsOf(address: string, { path }: RestOperation): Parts {
  const [place = '', query = ''] = address.split('?');
  const named = path
    .split('/')
    .flatMap((part, at) => (part.startsWith(':') ? [[at, part.slice(1)] as const] : []));
  return { segments: place.split('/'), named, pairs: query === '' ? [] : query.split('&') };
}

function change({ segments, named, pairs }: Parts, fields: readonly Field[], chance: Chance): void {
  const valueOf = (name: string, raw: string) =>
    changed(
      raw,
      fields.find((field) => field.name === name),
      chance,
    );
  const at = chance.below(pairs.length);
  const [name = '', value = ''] = pairs[at]?.split('=') ?? [];
  if (named.length > 0 && chance.below(3) === 0) {
    const [place, parameter] = chance.of(named);
    // Without it the address would be another operation's.
    segments[place] = valueOf(parameter, segments[place] ?? '') || '%20';
  } else if (pairs.length === 0 || chance.below(4) === 0) {
    const added = fields.length > 0 && chance.below(2) === 0 ? chance.of(fields).name : chance.of(strangers);
    pairs.push(`${added}=${valueOf(added, '')}`);
  } else if (chance.below(6) === 0) pairs.push(pairs[at]!);
  else if (chance.below(6) === 0) pairs.splice(at, 1);
  else
    pairs[at] =
      chance.below(6) === 0 ? changed(pairs[at]!, undefined, chance) : `${name}=${valueOf(name, value)}`;
}

function changed(raw: string, field: Field | undefined, chance: Chance): string {
  if (field && chance.below(2) === 0)
    return encodeURIComponent(chance.of(nearMisses(field, raw)).toWellFormed());
  if (chance.below(2) === 0) return chance.of(strangers);
  const at = chance.below(raw.length + 1);
  return raw.slice(0, at) + chance.of(strangers) + raw.slice(at + chance.below(2));
}
