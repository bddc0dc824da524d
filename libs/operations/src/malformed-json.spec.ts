import { Refusal } from '@trunkline/faults';
import fc from 'fast-check';
import { malformedJson, offsetOfFault } from './malformed-json';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['{"a":b}', 5],
    ['{"a":1,}', 7],
    ['[1,2', 4],
    ['["a', 3],
    ['{"a":"\n"}', 6],
    ['{"a":01}', 6],
    ['{"a":1 "b":2}', 7],
    ['{a:1}', 1],
    ['[1]]', 3],
    ['["\\x"]', 2],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['[1}', 2],
    ['nul', 0],
    ['[,1]', 1],
    ['{"a"}', 4],
  ])('%j: %i', (text, offset) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(offsetOfFault(text)).toBe(offset);
  });

  it('is the end of what is JSON, and agrees with V8 where V8 tells it', () => {
    const mutated = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[],:"\\ax1-.e \n'))
      .map(([json, at, character]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + character + json.slice(place + 1);
      });
    fc.assert(
      fc.property(mutated, (text) => {
        const message = complaint(text);
        if (message === undefined) return expect(offsetOfFault(text)).toBe(text.length);
        const told = /(?:Expected|Unterminated string|control character|after JSON).* at position (\d+)/.exec(
          message,
        );
        if (told) expect(offsetOfFault(text)).toBe(Number(told[1]));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a long text that is not closed in its stride', () => {
    expect(offsetOfFault(`["${'a'.repeat(1_000_000)}`)).toBe(1_000_002);
  });

  it('is found behind as many escapes as may come', () => {
    const escapes = '\\n'.repeat(16 * 2 ** 20);
    expect(malformedJson(`{"a":"${escapes}\u0001"}`)).toMatchObject({ line: 1, column: escapes.length + 7 });
  });

  it('is told as line and column, counted from 1', () => {
    const refusal = malformedJson('{\n  "a": 1,\n  "b" 2\n}');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ kind: 'Malformed', line: 3, column: 7 });
  });
});

function complaint(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}
