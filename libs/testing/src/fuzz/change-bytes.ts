import type { Chance } from './chance';

/** What parsers stumble over, or should. */
const strangers = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '=',
    '-->',
    ']]>',
    '<!--',
    '<?x?>',
    '<![CDATA[',
  ],
  ...[
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&a;',
    '\\u0000',
    '\\ud800',
    '\\x',
    '1e999',
    '-0',
    '0x1',
    'NaN',
    'null',
    '__proto__',
  ],
  ...[
    '\0',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ufffe',
    '\u0301',
    '😀',
    '\r',
    '\t',
    '<!DOCTYPE a>',
  ],
].map((text) => Buffer.from(text));

/** Bytes that are no UTF-8. */
const broken = [
  [0x80],
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
].map((bytes) => Buffer.from(bytes));

type Change = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const changes: readonly Change[] = [
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 1, Buffer.of(chance.below(256))),
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 0, chance.of(strangers)),
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 1 + chance.below(4), chance.of(strangers)),
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 0, chance.of(broken)),
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 1 + chance.below(40), Buffer.alloc(0)),
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, chance) => replaced(bytes, chance.below(bytes.length), 0, pieceOf(bytes, chance)),
  (bytes, chance, other) =>
    replaced(bytes, chance.below(bytes.length), chance.below(100), pieceOf(other, chance)),
  (bytes, chance) =>
    replaced(
      bytes,
      chance.below(bytes.length),
      0,
      Buffer.alloc(1 + chance.below(5_000), chance.of(strangers)),
    ),
];

/** The bytes with one to three changes that know nothing of what they mean. */
export function changeBytes(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  let changed = bytes;
  for (let left = 1 + chance.below(3); left > 0; left--) changed = chance.of(changes)(changed, chance, other);
  return changed;
}

function replaced(bytes: Buffer, at: number, removed: number, inserted: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
}

function pieceOf(bytes: Buffer, chance: Chance): Buffer {
  const start = chance.below(bytes.length);
  return bytes.subarray(start, start + 1 + chance.below(200));
}
