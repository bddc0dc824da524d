import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LoadGenerator, Pacer } from '../load/load-generator.ts';
import type { Load } from '../load/generator.ts';
import type { Pace, PacedResult } from '../load/pacer.ts';
import { Watch } from '../load/watch.ts';
import type { Kept, MeasuredServer, Usage } from '../measured-server.ts';
import type { Stage } from '../stage.ts';
import { wholeOf } from '../whole.ts';
import { SeenJournal } from './journal.ts';
import type { Traffic } from './traffic.ts';

/** The shortest retention there is. */
const settings = { JOURNAL_RETENTION_DAYS: '1' };

/** So long at full load, in milliseconds: then everything that is kept for good is there. */
const warmUp = 30_000;

/** How long connections that clients have closed may take to go, in milliseconds. */
const parting = 2_000;

/** How often what is kept is made old, in milliseconds. */
const ageing = 30_000;

/** What a service came to. */
export interface Soaked {
  readonly service: string;
  /** Of each of its streams. */
  readonly results: readonly PacedResult[];
  /** After the warm-up, and at the end, when nobody is connected. */
  readonly kept: readonly [Kept, Kept];
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
  const before = await keptBy(server);
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
  const usage = await watch.stop();
  return { service: bench.service, results, kept: [before, await keptBy(server)], usage, journal };
}

async function keptBy(server: MeasuredServer): Promise<Kept> {
  await wait(parting);
  return server.kept();
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
