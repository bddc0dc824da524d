import type { Figures, Results } from '../run.ts';
import type { Subject } from '../service-bench.ts';
import { aims, rates } from './table.ts';

const subject = (key: string): Subject => ({ key, name: `a server, ${key}`, runs: { file: 'none.ts' } });

const figures = (perSecond: number): Figures => ({
  perSecond,
  p50: 1.234,
  p99: 20,
  cpu: 99.9,
  generatorBusy: 0.5,
});

const results: Results = new Map([
  [subject('bare'), [figures(20_000), figures(10_000)]],
  [subject('ours'), [figures(5_000), figures(4_000)]],
]);

describe('the table of rates', () => {
  it('compares each server with the first, at as many connections', () => {
    const [, , , ours] = rates(results).split('\n');
    const cells = ours?.split('|').map((cell) => cell.trim());
    const atMany = ['4000', '0.400', '1.23', '20.00', '100'];
    expect(cells).toEqual(['', 'a server, ours', '5000', '0.250', '1.23', '20.00', '100', ...atMany, '']);
  });
});

describe('the table of aims', () => {
  const aim = { subject: 'ours', of: 'bare' };

  it('tells what was reached and what was not', () => {
    const both = [
      { ...aim, atLeast: 0.25 },
      { ...aim, atLeast: 0.26 },
    ];
    const [, , reached, missed] = aims(both, results).split('\n');
    expect(reached).toMatch(/0\.25 .* 0\.250 .* yes/);
    expect(missed).toMatch(/0\.26 .* 0\.250 .* no/);
  });

  it('says nothing of what was not measured', () => {
    expect(aims([{ ...aim, of: 'absent', atLeast: 1 }], results).split('\n')).toHaveLength(2);
  });
});
