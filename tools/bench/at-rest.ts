import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Run, start } from './child.ts';
import { onEveryCore } from './cores.ts';
import { MeasuredServer } from './measured-server.ts';
import { mainOf } from './programs.ts';
import { median } from './quantile.ts';
import { surroundings } from './stage.ts';

/** How often the start is measured, and how long the app then rests, in milliseconds. */
const starts = 5;
const rest = 2_000;

/** A built app that nobody asks anything. */
export interface AtRest {
  /** From the start of its process on a database that exists, in milliseconds. */
  readonly readyAfter: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

/** @param folder Where its database may be made. */
export async function measureAtRest(app: string, folder: string): Promise<AtRest> {
  const run = { main: mainOf({ app }), env: surroundings(join(folder, 'at-rest')) };
  // The first makes the database.
  await timeOfStart(run);
  const times: number[] = [];
  for (let each = 0; each < starts; each++) times.push(await timeOfStart(run));
  const server = await MeasuredServer.start(run);
  await wait(rest);
  const { memory } = await server.usage();
  await server.stop();
  return { readyAfter: median(times), memory };
}

async function timeOfStart(run: Run): Promise<number> {
  const begun = performance.now();
  const child = start(run, onEveryCore);
  await child.ask();
  const time = performance.now() - begun;
  await child.stop();
  return time;
}
