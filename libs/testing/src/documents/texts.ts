import fc from 'fast-check';
import type { Field } from '@trunkline/fields';
import { lexical } from './lexical';
import { characters, values } from './values';

/** Texts of a leaf, of which one in `rarity` is not, or only just, one of its values as XML writes them. */
export function texts(field: Field, rarity: number): fc.Arbitrary<string> {
  const written = values(field).map(String);
  return fc.oneof(
    { weight: 2 * rarity, arbitrary: written },
    { weight: 1, arbitrary: fc.tuple(written, edits).map(([text, edit]) => edit(text)) },
    { weight: 1, arbitrary: written.chain((text) => fc.constantFrom(...nearMisses(field, text))) },
  );
}

/** Every text that is just, or just not, a value of the field; `text` is one of its values. */
export function nearMisses({ kind, facets }: Field, text: string): string[] {
  return ['', ' ', ...lexical[kind], ...around(text), ...lengths(facets), ...bounds(facets)];
}

/** A small change to a text: one character more, one fewer, blanks around it or in it. */
const edits: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.nat(), fc.nat(2), fc.oneof(characters, fc.constantFrom('', ' ', '\n', '  ', '0', '+', '-')))
  .map(([where, removed, inserted]) => (text: string) => {
    const at = where % (text.length + 1);
    return text.slice(0, at) + inserted + text.slice(at + removed);
  });

function around(text: string): string[] {
  const blanks = [' ', '\t\n', '\r', '\u00a0'].flatMap((blank) => [blank + text, text + blank]);
  return [
    ...blanks,
    text + text,
    `${text}x`,
    text.slice(1),
    text.slice(0, -1),
    text.toUpperCase(),
    text.toLowerCase(),
  ];
}

/** Of the shortest and of the longest length and one beyond, in characters of one and of two units, and such as join. */
function lengths({ minLength = 0, maxLength = minLength }: Field['facets']): string[] {
  const near = [minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length > 0);
  return near.flatMap((length) => ['a', '😀', '\u0301', ' '].map((character) => character.repeat(length)));
}

function bounds({ minimum = 0, maximum = 0, fractionDigits = 0 }: Field['facets']): string[] {
  const fraction = '1'.repeat(fractionDigits);
  const near = [minimum, maximum].flatMap((bound) => [BigInt(bound) - 1n, BigInt(bound), BigInt(bound) + 1n]);
  return near.flatMap((number) => [
    `${number}`,
    `+${number}`,
    `${number}.${fraction}`,
    `${number}.${fraction}1`,
  ]);
}
