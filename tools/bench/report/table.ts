import type { AtRest } from '../at-rest.ts';
import type { Figures, Results } from '../run.ts';
import { type Aim, connectionCounts, type Cost } from '../service-bench.ts';
import { markdown } from './markdown.ts';

/** The results in Markdown: a row a subject, its rates also as a share of the first's at as many connections. */
export function rates(results: Results): string {
  const [first] = results.values();
  const rows = [...results].map(([{ name }, figures]) => [
    name,
    ...figures.flatMap((each, index) => cells(each, first![index]!)),
  ]);
  const columns = connectionCounts.flatMap((count) => [
    `req/s at ${count}`,
    'share',
    'p50 ms',
    'p99 ms',
    'CPU µs',
  ]);
  return markdown([['server', ...columns], ...rows]);
}

function cells({ perSecond, p50, p99, cpu }: Figures, first: Figures): string[] {
  return [
    perSecond.toFixed(0),
    (perSecond / first.perSecond).toFixed(3),
    p50.toFixed(2),
    p99.toFixed(2),
    cpu.toFixed(0),
  ];
}

/** What was aimed at and what was reached, at the first number of connections; nothing of what was not measured. */
export function aims(declared: readonly Aim[], results: Results): string {
  const rateOf = (key: string): number | undefined =>
    [...results].find(([subject]) => subject.key === key)?.[1][0]?.perSecond;
  const nameOf = (key: string): string => [...results.keys()].find((subject) => subject.key === key)!.name;
  const rows = declared.flatMap(({ subject, of, atLeast }) => {
    const [rate, base] = [rateOf(subject), rateOf(of)];
    if (rate === undefined || base === undefined) return [];
    const reached = rate / base;
    return [
      [nameOf(subject), nameOf(of), String(atLeast), reached.toFixed(3), reached >= atLeast ? 'yes' : 'no'],
    ];
  });
  return markdown([['rate of', 'as a share of', 'aim', 'reached', ''], ...rows]);
}

export function costTable(costs: readonly Cost[]): string {
  const rows = costs.map(({ name, microseconds }) => [name, microseconds.toFixed(1)]);
  return markdown([['part of the way', 'µs a message'], ...rows]);
}

export function restTable(service: string, { readyAfter, memory }: AtRest): string {
  const rows = [
    ['ready after its start, on an existing database', `${readyAfter.toFixed(0)} ms`],
    ['resident memory at rest', `${(memory / 2 ** 20).toFixed(0)} MiB`],
  ];
  return markdown([[`${service}, as it is built`, ''], ...rows]);
}
