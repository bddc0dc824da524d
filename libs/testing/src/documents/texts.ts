import fc from 'fast-check';
import type { Field } from '@trunkline/fields';
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

const days = [
  ...[
    '2024-02-29',
    '2023-02-29',
    '1900-02-29',
    '2000-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
  ],
  ...[
    '0000-01-01',
    '-0001-01-01',
    '-0004-02-29',
    '-0005-02-29',
    '0004-02-29',
    '12024-01-01',
    '02024-01-01',
    '-12024-12-31',
  ],
  ...[
    '24-01-01',
    '2024-1-1',
    '2024-01-1',
    '2024-01',
    '2024/01/01',
    '+2024-01-01',
    '２０２４-01-01',
    '-2024-01-01',
    '--01-01',
  ],
];
const zones = [
  'Z',
  'z',
  '+14:00',
  '+14:01',
  '-14:00',
  '-14:01',
  '+15:00',
  '+13:59',
  '+13:60',
  '+1:00',
  '+0100',
  '+01',
  '-00:00',
  ' Z',
];
const times = [
  ...[
    '00:00:00',
    '23:59:59',
    '23:59:60',
    '23:60:00',
    '24:00:00',
    '24:00:00.000',
    '24:00:00.1',
    '24:00:01',
    '24:01:00',
    '25:00:00',
  ],
  ...[
    '09:30',
    '9:30:00',
    '09:30:00.',
    '09:30:00.123456789123',
    '09:30:.5',
    '09:30:00,5',
    '-09:30:00',
    '09:30:00.5Z',
    '09:30:00+14:00',
  ],
];

const lexical: Record<Field['kind'], readonly string[]> = {
  text: [' a  b ', 'a\tb', '\r\n', ']]>', '\u00a0'],
  token: [' a  b ', 'a\tb', '\na', '\u00a0', '\u3000a', 'a\u0085'],
  integer: [
    ...[
      '0',
      '-0',
      '+0',
      '007',
      '+7',
      ' 7 ',
      '\n7\t',
      '7.0',
      '7.',
      '.7',
      '1e3',
      '0x10',
      '٣',
      '--7',
      '+-7',
      '7 7',
      '+',
      '-',
      '1_000',
      'NaN',
    ],
    ...[
      '2147483647',
      '2147483648',
      '-2147483648',
      '-2147483649',
      '00000000000000000000007',
      '9007199254740991',
      '9007199254740992',
    ],
    ...[
      '-9007199254740991',
      '-9007199254740992',
      '9223372036854775807',
      '9223372036854775808',
      '123456789012345678901234567890',
    ],
  ],
  decimal: [
    ...[
      '0',
      '-0',
      '-0.0',
      '+.5',
      '.5',
      '5.',
      '.',
      '+',
      '-',
      '+5',
      '00012.50',
      '1.10',
      '1.123',
      '1.100',
      '1e3',
      '1E3',
      '1,5',
      '٣.١',
    ],
    ...[
      'INF',
      'NaN',
      ' 1.5 ',
      '1 .5',
      '1.5.5',
      '--1',
      '99999999999999999999',
      '0.00000000000000000001',
      '-.0',
    ],
  ],
  boolean: ['true', 'false', '1', '0', ' true ', '\n0', 'TRUE', 'True', 'yes', '01', 'tru e', '-1', 'null'],
  date: [
    ...days,
    ...zones.map((zone) => `2024-02-29${zone}`),
    ' 2024-02-29 ',
    '2024-02-29T00:00:00',
    '2024-02- 29',
  ],
  dateTime: [
    ...times.map((time) => `2024-02-29T${time}`),
    ...days.map((day) => `${day}T09:30:00`),
    ...zones.map((zone) => `2024-02-29T09:30:00${zone}`),
    ...[
      ' 2024-02-29T09:30:00 ',
      '2024-02-29 09:30:00',
      '2024-02-29t09:30:00',
      '2024-02-29',
      '9999-12-31T24:00:00',
      'T09:30:00',
    ],
  ],
  object: [''],
};
