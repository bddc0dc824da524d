import { atLeast, atMost, verdictTable } from './verdicts.ts';

describe('verdicts', () => {
  it('tell what is enough and what is not', () => {
    const [, , small, large] = verdictTable([
      atMost('p99', 50.04, 50, 'ms'),
      atLeast('rate', 123.4, 120, ''),
    ]).split('\n');
    expect(small).toMatch(/p99 +\| +≤ 50 ms \| +50\.0 ms \| +no/);
    expect(large).toMatch(/rate \| +≥ 120 \| +123 \| +yes/);
  });

  it('hold what was not measured for not reached', () => {
    expect([atMost('', NaN, 1, 'ms'), atLeast('', NaN, 1, 'ms')]).toEqual([
      expect.objectContaining({ reached: 'nothing came', isReached: false }),
      expect.objectContaining({ reached: 'nothing came', isReached: false }),
    ]);
  });
});
