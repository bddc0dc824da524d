import { readText } from './lexical';

describe('the text of an element or attribute', () => {
  it.each([
    [' a \t b ', ' a \t b '],
    ['', ''],
  ])('is kept as it is where it is free: %j', (text, value) => {
    expect(readText.text(text)).toBe(value);
  });

  it.each([
    ['\n a \t\r b ', 'a b'],
    [' ', ''],
    ['a b', 'a b'],
    ['\u00a0a', '\u00a0a'],
  ])('loses its blanks, those of XML, where it is a token: %j', (text, value) => {
    expect(readText.token(text)).toBe(value);
  });

  it.each([
    [' +007\n', 7],
    ['-0', 0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740992],
    ['7.0', undefined],
    ['٣', undefined],
    ['', undefined],
  ])('is an integer, beyond 2^53 one that is rounded, or none: %j', (text, value) => {
    expect(readText.integer(text)).toBe(value);
  });

  it.each([
    ['+0019.90', '19.90'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.0', '-0.0'],
    ['99999999999999999999.01', '99999999999999999999.01'],
    ['1e3', undefined],
    ['.', undefined],
    ['1,5', undefined],
  ])('is a decimal with every digit that was sent: %j', (text, value) => {
    expect(readText.decimal(text)).toBe(value);
  });

  it.each([
    [' true ', true],
    ['0', false],
    ['TRUE', undefined],
    ['constructor', undefined],
  ])('is true or false: %j', (text, value) => {
    expect(readText.boolean(text)).toBe(value);
  });

  // libxml2 is not asked about the blanks around dates: it does not take them away, though XML Schema does.
  it.each(['2024-02-29', ' 2024-02-29Z\n', '2000-02-29+14:00', '-0004-02-29', '12024-01-01'])(
    'is a date: %j',
    (text) => {
      expect(readText.date(text)).toBe(text.trim());
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '0000-01-01',
    '2024-04-31',
    '2024-01-01+14:01',
    '02024-01-01',
    '2024-1-1',
  ])('is no date that the calendar has: %j', (text) => {
    expect(readText.date(text)).toBeUndefined();
  });

  it.each(['2024-02-29T09:30:00', ' 2024-02-29T24:00:00.0Z ', '2024-02-29T23:59:59.123456789-05:30'])(
    'is a moment: %j',
    (text) => {
      expect(readText.dateTime(text)).toBe(text.trim());
    },
  );

  it.each([
    '2024-02-29',
    '2024-02-29T24:00:01',
    '2024-02-29T23:59:60',
    '2024-02-29T09:30',
    '2024-02-29 09:30:00',
  ])('is no moment: %j', (text) => {
    expect(readText.dateTime(text)).toBeUndefined();
  });
});
