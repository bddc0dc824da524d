import { LoadGenerator } from '../load/load-generator.ts';
import type { LoadResult } from '../load/generator.ts';
import { markdown } from '../report/markdown.ts';
import { atMost, verdictTable } from '../report/verdicts.ts';
import { refuseFailures } from '../run.ts';
import { type Ground, type Message, shortIdMark, type Subject, type Trial } from '../service-bench.ts';
import { engines, jsonType, searchPath } from './servers.ts';
import { storedFirst } from './stored-customers.ts';

const fill = { file: 'outage/fill.ts' };
const counts = [1, 100_000, 10_000_000];

/** How long the search of one account takes, by how many customers are stored, and how the database finds it. */
export const searchTrial: Trial = {
  name: 'search of one account',
  programs: [fill],
  run: async (ground) => {
    const found = [];
    for (const count of counts) found.push(...(await searchAmong(ground, count)));
    return report(found);
  },
};

interface Found {
  readonly count: number;
  readonly subject: Subject;
  readonly alone: LoadResult;
  readonly among16: LoadResult;
  readonly plan: string;
}

async function searchAmong({ stage, quick, tell }: Ground, count: number): Promise<Found[]> {
  const withCustomers = { fill: { ...fill, arguments: [String(count)] } };
  await stage.start(
    engines.map((engine) => ({ ...engine, ...withCustomers, key: `${engine.key}-${count}` })),
  );
  const message = searchOf(count);
  const generator = new LoadGenerator();
  const found: Found[] = [];
  for (const [subject, { url }] of stage.servers) {
    tell(`${subject.name}: search among ${count}`);
    const load = (connections: number, milliseconds: number): Promise<LoadResult> =>
      generator.run({ url, message, connections, milliseconds: quick ? 500 : milliseconds });
    await load(16, 3_000);
    const [alone, among16] = [await load(1, 3_000), await load(16, 3_000)];
    refuseFailures(among16.statuses);
    found.push({ count, subject, alone, among16, plan: stage.filled.get(subject)! });
  }
  await generator.stop();
  await stage.stopServers();
  return found;
}

function searchOf(count: number): Message {
  return {
    path: searchPath,
    headers: { 'Content-Type': jsonType, Accept: jsonType },
    body: JSON.stringify({ filters: { accountId: shortIdMark } }),
    ids: { first: storedFirst, count },
  };
}

function report(found: readonly Found[]): string {
  const rows = found.map(({ count, subject, alone, among16 }) => [
    `${subject.name}, ${count.toLocaleString('en')} customers`,
    alone.p50.toFixed(2),
    alone.p99.toFixed(2),
    among16.perSecond.toFixed(0),
    among16.p50.toFixed(2),
    among16.p99.toFixed(2),
  ]);
  const head = ['', 'alone: p50 ms', 'p99', '16 at once: req/s', 'p50 ms', 'p99'];
  const most = found.filter(({ count }) => count === counts.at(-1));
  const verdicts = most.map(({ subject: { name }, alone }) =>
    atMost(`${name}: p99 of a search among 10,000,000`, alone.p99, 5, 'ms'),
  );
  const plans = most.map(({ subject: { name }, plan }) => `${name}:\n\n\`\`\`\n${plan}\n\`\`\``);
  return [markdown([head, ...rows]), verdictTable(verdicts), ...plans].join('\n\n');
}
