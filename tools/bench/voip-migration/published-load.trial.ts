import type { LoadResult } from '../load/generator.ts';
import { LoadGenerator, Pacer } from '../load/load-generator.ts';
import type { PacedResult } from '../load/pacer.ts';
import { markdown } from '../report/markdown.ts';
import { atLeast, atMost, type Verdict, verdictTable } from '../report/verdicts.ts';
import { refuseFailures } from '../run.ts';
import type { Ground, Message, Subject, Trial } from '../service-bench.ts';
import { engines, order } from './order.ts';

/** CONTRACTS.md section 5: orders an hour, how many at once, and the time that 95 of 100 may take, in milliseconds. */
const published = { perHour: 5_000, atOnce: 60, within: 1_000 };

/** The time limits of the three calls together, in milliseconds. */
const deadline = 3_000 + 10_000 + 3_000;

const live: Message = { method: 'GET', path: '/health/live', headers: {}, body: '' };

interface Loaded {
  readonly name: string;
  readonly full: LoadResult;
  readonly slow: LoadResult;
  readonly live: PacedResult;
}

/** The load that is published, as fast as it goes; and with a MIDAS that takes 2.9 s for each call. */
export const publishedLoadTrial: Trial = {
  name: '60 at once, and a MIDAS that takes 2.9 s',
  programs: [],
  run: async (ground) => {
    await ground.stage.start(engines);
    const generator = new LoadGenerator();
    const loaded: Loaded[] = [];
    for (const [subject, { url }] of ground.stage.servers)
      loaded.push(await load(ground, generator, subject, url));
    await generator.stop();
    return report(loaded);
  },
};

async function load(
  { stage, quick, tell }: Ground,
  generator: LoadGenerator,
  { name, message = order }: Subject,
  url: string,
): Promise<Loaded> {
  tell(`${name}: ${published.atOnce} at once`);
  const all = { url, message, connections: published.atOnce };
  await generator.run({ ...all, milliseconds: quick ? 1_000 : 5_000 });
  const full = await generator.run({ ...all, milliseconds: quick ? 1_000 : 10_000 });
  tell(`${name}: with a slow MIDAS`);
  for (const fault of ['details-slow', 'update-slow'])
    await stage.behind.ask({ fault, calls: published.atOnce });
  const pacer = new Pacer();
  const [slow, alive] = await Promise.all([
    generator.run({ ...all, milliseconds: 0 }),
    pacer.run({ url, message: live, perSecond: 50, milliseconds: 5_500, connections: 20, patience: 5_000 }),
  ]);
  await pacer.stop();
  for (const { statuses } of [full, slow]) refuseFailures(statuses);
  return { name, full, slow, live: alive };
}

function report(loaded: readonly Loaded[]): string {
  const rows = loaded.map(({ name, full, slow, live: { answers } }) => [
    name,
    ...[full.perSecond, full.p50, full.p99, slow.p50, slow.slowest].map((figure) => figure.toFixed(0)),
    ...[answers[200]!.p50, answers[200]!.p99, answers[200]!.slowest].map((figure) => figure.toFixed(1)),
  ]);
  const head = [
    '',
    'orders/s',
    'p50 ms',
    'p99',
    'MIDAS slow: p50 ms',
    'slowest',
    '/health/live p50 ms',
    'p99',
    'slowest',
  ];
  return [markdown([head, ...rows]), verdictTable(loaded.flatMap(verdictsOf))].join('\n\n');
}

function verdictsOf({ name, full, slow, live: { answers } }: Loaded): Verdict[] {
  return [
    atLeast(
      `${name}: orders an hour, ${published.atOnce} at once`,
      full.perSecond * 3600,
      published.perHour,
      '',
    ),
    // Stricter than what is asked, of 95 of 100.
    atMost(`${name}: 99 of 100 orders within`, full.p99, published.within, 'ms'),
    atMost(`${name}, MIDAS slow: the slowest of ${slow.requests} orders`, slow.slowest, deadline, 'ms'),
    atMost(`${name}, MIDAS slow: p99 of /health/live`, answers[200]?.p99 ?? NaN, 50, 'ms'),
  ];
}
