import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pacer } from '../load/load-generator.ts';
import type { PacedResult } from '../load/pacer.ts';
import { Watch } from '../load/watch.ts';
import type { Usage } from '../measured-server.ts';
import type { Stage } from '../stage.ts';
import { wholeOf } from '../whole.ts';
import { SeenJournal } from './journal.ts';
import type { Traffic } from './traffic.ts';

/** The shortest retention there is. */
const settings = { JOURNAL_RETENTION_DAYS: '1' };

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
  const watch = new Watch(server, 5_000);
  const file = join(stage.folder, whole.key, `${bench.service}.sqlite`);
  const [journal, results] = await Promise.all([
    grow(file, milliseconds),
    Promise.all(
      streams.map(({ message, perSecond }) =>
        send({ url: server.url, message, perSecond, milliseconds, connections: 100, patience: 10_000 }),
      ),
    ),
  ]);
  return { service: bench.service, results, usage: await watch.stop(), journal };
}

async function send(pace: Parameters<Pacer['run']>[0]): Promise<PacedResult> {
  const pacer = new Pacer();
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
