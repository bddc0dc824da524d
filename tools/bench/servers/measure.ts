import { median } from '../quantile';
import type { Cost } from '../service-bench';

/** What is measured: its name, and the work of one message. */
export type Measured = readonly [name: string, work: () => unknown];

/** How often all are measured in turn, and how long each of them each time, in milliseconds. The first time warms up. */
const rounds = 8;
const slice = 100;

/** The median time of each work. */
export function measure(measured: readonly Measured[]): Cost[] {
  const times = measured.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    measured.forEach(([, work], index) => times[index]!.push(timeOf(work)));
  }
  return measured.map(([name], index) => ({ name, microseconds: median(times[index]!.slice(1)) }));
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while ((elapsed = performance.now() - start) < slice) {
    for (let times = 0; times < 10; times++) work();
    count += 10;
  }
  return (elapsed / count) * 1000;
}
