import { Pacer } from '../load/load-generator.ts';
import type { PacedResult } from '../load/pacer.ts';
import { mostMemory, Watch } from '../load/watch.ts';
import type { MeasuredServer } from '../measured-server.ts';
import { median } from '../quantile.ts';
import { markdown } from '../report/markdown.ts';
import { atMost, verdictTable } from '../report/verdicts.ts';
import { type Ground, type Message, shortIdMark, type Subject, type Trial } from '../service-bench.ts';
import { customers, listing, xmlOf } from './messages.ts';
import { engines, jsonType, searchPath, send, xmlType } from './servers.ts';
import { storedFirst } from './stored-customers.ts';

const stored = 100_000;
const fill = { file: 'outage/fill.ts', arguments: [String(stored)] };
const subjects = engines.map((engine) => ({ ...engine, fill }));

const live: Message = { method: 'GET', path: '/health/live', headers: {}, body: '' };
const search: Message = {
  path: searchPath,
  headers: { 'Content-Type': jsonType, Accept: jsonType },
  body: JSON.stringify({ filters: { accountId: shortIdMark } }),
  ids: { first: storedFirst, count: stored },
};

/** What others notice while messages with 100,000 customers come in, one after the other. */
export const stormTrial: Trial = {
  name: 'others, while messages with 100,000 customers come in',
  programs: [fill],
  run: async (ground) => {
    await ground.stage.start(subjects);
    const storms: Storm[] = [];
    for (const [subject, server] of ground.stage.servers)
      for (const type of [jsonType, xmlType]) storms.push(await storm(ground, subject, server, type));
    return report(storms);
  },
};

interface Storm {
  readonly name: string;
  /** Of the large messages, in milliseconds. */
  readonly times: readonly number[];
  readonly live: PacedResult;
  readonly search: PacedResult;
  /** In MiB. */
  readonly memory: number;
}

async function storm(
  { quick, tell }: Ground,
  { name }: Subject,
  server: MeasuredServer,
  type: string,
): Promise<Storm> {
  tell(`${name}: a storm in ${type}`);
  const list = customers(100_000);
  const bodyOf = (outage: string): Buffer => {
    const message = listing(outage, 1, list);
    return Buffer.from(type === jsonType ? JSON.stringify(message) : xmlOf(message));
  };
  await send(server.url, type, bodyOf(`warm-up-${type}`));
  const watch = new Watch(server);
  const over = { is: false };
  const asking = askOthers(server.url, quick ? 3_000 : 20_000).finally(() => (over.is = true));
  const times: number[] = [];
  for (let sent = 0; !over.is; sent++) times.push(await send(server.url, type, bodyOf(`${type}-${sent}`)));
  const memory = mostMemory(await watch.stop());
  return { name: `${name}, ${type}`, times, memory, ...(await asking) };
}

/** Fifty times a second each. */
async function askOthers(url: string, milliseconds: number): Promise<Pick<Storm, 'live' | 'search'>> {
  const pacers = [new Pacer(), new Pacer()] as const;
  const pace = { url, perSecond: 50, milliseconds, connections: 50, patience: 10_000 };
  try {
    const [liveResult, searchResult] = await Promise.all([
      pacers[0].run({ ...pace, message: live }),
      pacers[1].run({ ...pace, message: search }),
    ]);
    return { live: liveResult, search: searchResult };
  } finally {
    await Promise.all(pacers.map((pacer) => pacer.stop()));
  }
}

function report(storms: readonly Storm[]): string {
  const rows = storms.map(({ name, times, live, search, memory }) => [
    name,
    String(times.length),
    median(times).toFixed(0),
    ...[live, search].flatMap(({ answers }) =>
      (['p50', 'p99', 'slowest'] as const).map((figure) => (answers[200]?.[figure] ?? NaN).toFixed(1)),
    ),
    memory.toFixed(0),
  ]);
  const of = (what: string): string[] => [`${what} p50 ms`, 'p99', 'slowest'];
  const head = ['', 'messages', 'ms each', ...of('live'), ...of('search'), 'MiB at most'];
  const verdicts = storms.flatMap(({ name, live, search, memory }) => [
    atMost(`${name}: p99 of /health/live`, live.answers[200]?.p99 ?? NaN, 50, 'ms'),
    atMost(`${name}: p99 of a search`, search.answers[200]?.p99 ?? NaN, 50, 'ms'),
    atMost(`${name}: resident memory`, memory, 300, 'MiB'),
  ]);
  return [markdown([head, ...rows]), verdictTable(verdicts)].join('\n\n');
}
