import fc from 'fast-check';
import { isLower } from './message-reference';

describe('a messageReference', () => {
  it.each([
    ['9', '12'],
    ['0009', '12'],
    ['99999999999999999999999999998', '99999999999999999999999999999'],
    ['9'.repeat(253), `1${'0'.repeat(253)}`],
    ['0', '1'],
    ['12', '9a'],
    ['12', '1a'],
    ['B', 'a'],
    ['a', 'ab'],
    ['-1', '1'],
    // By code point, where UTF-16 has it the other way round.
    ['\ufffd', '😀'],
    // Digits, but not decimal digits of ASCII.
    ['9', '٣'],
  ])('%j is lower than %j', (lower, higher) => {
    expect([isLower(lower, higher), isLower(higher, lower)]).toEqual([true, false]);
  });

  it.each([
    ['12', '0012'],
    ['0', '000'],
    ['a', 'a'],
  ])('%j is not lower than %j, nor the other way round', (one, other) => {
    expect([isLower(one, other), isLower(other, one)]).toEqual([false, false]);
  });

  it('of digits is compared as the number that it is', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 60n });
    fc.assert(
      fc.property(number, number, fc.nat(5), (one, other, zeros) => {
        expect(isLower('0'.repeat(zeros) + String(one), String(other))).toBe(one < other);
      }),
    );
  });
});
