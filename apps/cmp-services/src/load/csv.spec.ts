import { type CsvError, readCsv } from './csv';

function values(text: string) {
  return [...readCsv(text)].map((record) => record.values);
}

it.each([
  ['lines that end in LF', 'a,b\nc,d\n'],
  ['lines that end in CRLF', 'a,b\r\nc,d\r\n'],
  ['no end of the last line', 'a,b\nc,d'],
  ['empty lines', '\na,b\n\r\n\nc,d\n\n'],
  ['a byte order mark', '\ufeffa,b\nc,d\n'],
  ['quotes that need not be', '"a","b"\n"c","d"\n'],
])('reads %s', (_what, text) => {
  expect(values(text)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it.each<[string, string[]]>([
  ['"a,b",c', ['a,b', 'c']],
  ['"say ""a""",b', ['say "a"', 'b']],
  ['"two\r\nlines",b', ['two\r\nlines', 'b']],
  [' a ,b', [' a ', 'b']],
  ['a,', ['a', '']],
  [',', ['', '']],
  ['"",b', ['', 'b']],
])('reads %j', (text, record) => {
  expect(values(text)).toEqual([record]);
  expect(values(`${text}\n`)).toEqual([record]);
});

it('knows the line that each record begins on', () => {
  const lines = [...readCsv('a\n\n"b\nb",1\r\nc')].map(({ line }) => line);
  expect(lines).toEqual([1, 3, 5]);
});

it.each([
  ['a\nb"c\n', 2],
  ['a\n"b"c\n', 2],
  ['a\nb\n"c\nd\n', 3],
  ['a\rb', 1],
])('refuses %j in line %i', (text, line) => {
  expect(() => values(text)).toThrow(expect.objectContaining({ line }) as CsvError);
});

it('refuses a quote that nothing closes in a large file as well', () => {
  expect(() => values(`a\n"${'b\n'.repeat(6_000_000)}`)).toThrow(
    expect.objectContaining({ line: 2 }) as CsvError,
  );
});
