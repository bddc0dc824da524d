import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../quantile.ts';
import { markdown } from '../report/markdown.ts';
import { atMost, verdictTable } from '../report/verdicts.ts';
import type { Ground, Subject, Trial } from '../service-bench.ts';
import { customers, listing, xmlOf } from './messages.ts';
import { engines, jsonType, send, xmlType } from './servers.ts';

const count = 100_000;
const changed = count / 100;

const plain = { file: 'outage/plain-insert.ts' };

/** The least that can be done, in the same engine. */
const least: readonly Subject[] = engines.map((subject) => ({
  ...subject,
  key: `${subject.key}-plain`,
  runs: plain,
}));

/** Milliseconds, medians of the rounds. */
interface Times {
  readonly plain: number;
  readonly json: number;
  readonly xml: number;
  readonly update: number;
  readonly same: number;
}

/** How long one message with 100,000 customers takes, beside parsing its JSON and inserting its rows. */
export const largeTrial: Trial = {
  name: 'one message with 100,000 customers',
  programs: [plain],
  run: async (ground) => {
    await ground.stage.start([...engines, ...least]);
    const rows = [];
    for (const [index, engine] of engines.entries()) {
      if (!ground.stage.servers.has(engine)) continue;
      rows.push({ engine, times: await timesOf(ground, engine, least[index]!) });
    }
    const cells = rows.map(({ engine, times }) => [
      engine.name,
      ...Object.values(times as unknown as Record<string, number>).map((time) => time.toFixed(0)),
    ]);
    const verdicts = rows.flatMap(({ engine: { name }, times }) => [
      atMost(`${name}, JSON of a new event, of plain`, times.json / times.plain, 1.5, 'times'),
      atMost(`${name}, XML of a new event, of plain`, times.xml / times.plain, 1.5, 'times'),
    ]);
    const head = [
      'ms',
      'JSON.parse and plain insert',
      'JSON, new',
      'XML, new',
      'JSON, 1 % changed',
      'JSON, nothing changed',
    ];
    return [markdown([head, ...cells]), verdictTable(verdicts)].join('\n\n');
  },
};

async function timesOf({ stage, quick, tell }: Ground, engine: Subject, least: Subject): Promise<Times> {
  const all: Times[] = [];
  // The first round warms up.
  for (let round = 0; round <= (quick ? 1 : 7); round++) {
    tell(`${engine.name}: message ${round}`);
    all.push(await oneRound(stage, engine, least, round));
  }
  const of = (name: keyof Times): number => median(all.slice(1).map((times) => times[name]));
  return { plain: of('plain'), json: of('json'), xml: of('xml'), update: of('update'), same: of('same') };
}

async function oneRound(
  stage: Ground['stage'],
  engine: Subject,
  least: Subject,
  round: number,
): Promise<Times> {
  const { url } = stage.serverOf(engine);
  const list = customers(count);
  const file = join(stage.folder, 'message.json');
  writeFileSync(file, JSON.stringify(listing('plain', 1, list)));
  const { milliseconds } = await stage.serverOf(least).ask(file);
  const json = (reference: number, some = list): Promise<number> =>
    send(url, jsonType, JSON.stringify(listing(`json-${round}`, reference, some)));
  return {
    plain: Number(milliseconds),
    json: await json(1),
    xml: await send(url, xmlType, xmlOf(listing(`xml-${round}`, 1, list))),
    update: await json(2, [...list.slice(changed), ...customers(changed, count)]),
    same: await json(3, [...list.slice(changed), ...customers(changed, count)]),
  };
}
