import fc from 'fast-check';
import { Refusal } from '@trunkline/faults';
import { isJsonObject, JsonNumber } from './json-value';
import { readJson } from './read-json';
import { writeJson } from './write-json';

function refusalOf(text: string): Refusal {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`was read: ${text}`);
}

const accepted = (read: (text: string) => unknown, text: string): boolean => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};

describe('reading JSON', () => {
  it.each([
    '{"b":1,"10":2,"9":3}',
    '{"price":19.90,"id":12345678901234567890}',
    '[1e400,-0,0.1e-7,1E+2]',
    '{"__proto__":{"admin":true},"constructor":1}',
    '[{"a":[null,true,false,""]},{}]',
    '"tab\\t and é and 😀"',
  ])('gives %s back to the character', (text) => {
    expect(writeJson(readJson(text))).toBe(text);
  });

  it('reads a name of the language as any other', () => {
    const read = readJson('{"__proto__":{"admin":true}}');
    expect(isJsonObject(read) && read.get('__proto__')).toEqual(new Map([['admin', true]]));
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('accepts what JSON.parse accepts, and nothing else', () => {
    const json = fc.json();
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
      '\\',
    );
    const broken = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''));
    const cut = fc.tuple(json, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(json, broken, cut), (text) => {
        const onlyOurs = /stands twice|surrogate|U\+0000/;
        const ours = accepted(readJson, text) || onlyOurs.test(refusalOf(text).message);
        expect(ours).toBe(accepted(JSON.parse, text));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('reads every value as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\\u(0000|d[89a-f])/i.test(text));
        expect(JSON.parse(writeJson(readJson(text)))).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('refusing JSON', () => {
  it.each([
    ['', 1, 1, 'the message is empty'],
    ['{"a":1,}', 1, 8, '"}" follows a comma: the comma before it, at line 1, column 7, is one too many'],
    ['[1,\n  2,\n]', 3, 1, '"]" follows a comma: the comma before it, at line 2, column 4, is one too many'],
    ['{"a" 1}', 1, 6, '"1" where ":" is expected'],
    ['{"a":1 "b":2}', 1, 8, '"\\"" where "," or "}" is expected'],
    ["{'a':1}", 1, 2, '"\'" where the name of an attribute in double quotes is expected'],
    ['{"a":NaN}', 1, 6, '"N" where a value is expected'],
    ['[01]', 1, 3, '"1" where "," or "]" is expected'],
    ['{"a":{"b":1}', 1, 13, 'the "{" at line 1, column 1 is not closed'],
    ['{"a":"b', 1, 8, 'the text that begins at line 1, column 6 is not closed'],
    ['{"a":"b\nc"}', 1, 8, 'a line break or another control character in a text'],
    ['["\\x"]', 1, 3, 'a backslash that escapes nothing'],
    ['{} {}', 1, 4, '"{" where the end of the message is expected'],
    ['{"a":1,\n"a":2}', 2, 1, '"a" stands twice in one object'],
    ['{"a":1,"\\u0061":2}', 1, 8, '"a" stands twice in one object'],
    ['["\\ud800"]', 1, 2, 'half of a surrogate pair'],
    ['["\\udc00\\ud800"]', 1, 2, 'half of a surrogate pair'],
    ['["\\u0000"]', 1, 2, 'U+0000'],
    [`[${'9'.repeat(1001)}]`, 1, 2, 'a number of more than 1000 characters'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 1, 65, 'more than 64 brackets are open'],
  ])('refuses %j at line %i, column %i', (text, line, column, reason) => {
    const refusal = refusalOf(text);
    expect(refusal).toMatchObject({ kind: 'Malformed', line, column });
    expect(refusal.message).toContain(reason);
  });

  it('repeats no more of a message than a short name', () => {
    expect(refusalOf(`{"${'n'.repeat(1000)}":1,"${'n'.repeat(1000)}":1}`).message.length).toBeLessThan(120);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['escapes', `"${'\\n'.repeat(500_000)}`],
    ['blanks', ' '.repeat(1_000_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['names', `{${Array.from({ length: 100_000 }, (_, index) => `"${index}":0`).join(',')}`],
  ])('is quick with a mebibyte of %s', (_, text) => {
    const start = performance.now();
    refusalOf(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a number', () => {
  it.each([
    ['19.90', '19.9'],
    ['1990e-2', '19.9'],
    ['0.0199E+3', '19.9'],
    ['-0', '0'],
    ['0e999', '0'],
    ['-1.50', '-1.5'],
    ['100', '100'],
    ['1e2', '100'],
    ['12345678901234567890', '12345678901234567890'],
    ['12345678901234567891', '12345678901234567891'],
    ['1e400', '1e400'],
    ['10e399', '1e400'],
    ['1e-400', '1e-400'],
    ['5e-3', '0.005'],
    [`1e${'9'.repeat(500)}`, `1e${'9'.repeat(500)}`],
  ])('%s has the canonical text %s', (text, canonical) => {
    expect(new JsonNumber(text).canonical).toBe(canonical);
  });

  it('has its canonical text before anybody waits, however many zeros stand in it', () => {
    const text = `1${'0'.repeat(200_000)}1`;
    expect(new JsonNumber(text).canonical).toBe(text);
  });

  it('has one canonical text for each value', () => {
    const decimals = fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: -60, max: 60 }));
    fc.assert(
      fc.property(decimals, decimals, ([a, powerA], [b, powerB]) => {
        const [one, other] = [new JsonNumber(`${a}e${powerA}`), new JsonNumber(`${b}e${powerB}`)];
        const shift = (value: number, power: number) => BigInt(value) * 10n ** BigInt(power + 60);
        expect(one.canonical === other.canonical).toBe(shift(a, powerA) === shift(b, powerB));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it.each([
    ['7', 7],
    ['7.0', 7],
    ['70e-1', 7],
    ['-9007199254740991', -9007199254740991],
    ['7.5', NaN],
    ['9007199254740991.4', NaN],
    ['1e400', NaN],
  ])('%s is the integer %d', (text, integer) => {
    expect(new JsonNumber(text).integer).toBe(integer);
  });
});
