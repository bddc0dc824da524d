import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LoadGenerator, Pacer } from '../load/load-generator.ts';
import type { Load } from '../load/generator.ts';
import type { Pace, PacedResult } from '../load/pacer.ts';
import { Watch } from '../load/watch.ts';
import type { Usage } from '../measured-server.ts';
import type { Stage } from '../stage.ts';
import { wholeOf } from '../whole.ts';
import { SeenJournal } from './journal.ts';
import type { Traffic } from './traffic.ts';

/** The shortest retention there is. */
const settings = { JOURNAL_RETENTION_DAYS: '1' };

/** So long at full load, in milliseconds: V8's space for what is short-lived has its size then. At the pace of a soak that takes ten minutes. */
const warmUp = 30_000;

/** How often what is kept is made old, in milliseconds. */
const ageing = 30_000;

/** What a service came to. */
export interface Soaked {
  readonly service: string;
  /** Of each of its streams. */
  readonly results: readonly PacedResult[];
  /** Every five seconds. */
  readonly usage: readonly Usage[];
  /** How many messages its journal held each time that they were made old; nothing of a service that keeps none in it. */
  readonly journal: readonly number[];
}

/** Sends a service its traffic for as long as is said. */
export async function soak(stage: Stage, { bench, streams }: Traffic, milliseconds: number): Promise<Soaked> {
  const { subject } = wholeOf(bench);
  const whole = {
    ...subject,
    settings: (places: Parameters<NonNullable<typeof subject.settings>>[0]) => ({
      ...subject.settings?.(places),
      ...settings,
    }),
  };
  await stage.start([whole]);
  const server = stage.serverOf(whole);
  const sent = await warmedUp({ url: server.url, message: streams[0]!.message });
  const watch = new Watch(server, 5_000);
  const file = join(stage.folder, whole.key, `${bench.service}.sqlite`);
  const [journal, results] = await Promise.all([
    grow(file, milliseconds),
    Promise.all(
      streams.map(({ message, perSecond }) =>
        send({ url: server.url, message, perSecond, milliseconds, connections: 100, patience: 10_000 }, sent),
      ),
    ),
  ]);
  return { service: bench.service, results, usage: await watch.stop(), journal };
}

/** @returns How many messages that took. */
async function warmedUp(to: Pick<Load, 'url' | 'message'>): Promise<number> {
  const generator = new LoadGenerator();
  try {
    return (await generator.run({ ...to, connections: 16, milliseconds: warmUp })).requests;
  } finally {
    await generator.stop();
  }
}

async function send(pace: Pace, sent: number): Promise<PacedResult> {
  const pacer = new Pacer(sent);
  try {
    return await pacer.run(pace);
  } finally {
    await pacer.stop();
  }
}

async function grow(file: string, milliseconds: number): Promise<readonly number[]> {
  const journal = new SeenJournal(file);
  const sizes: number[] = [];
  for (let passed = ageing; passed <= milliseconds; passed += ageing) {
    await wait(ageing);
    journal.age();
    sizes.push(journal.size());
  }
  journal.close();
  return sizes;
}
