import { LoadGenerator, Pacer } from '../load/load-generator.ts';
import type { PacedResult } from '../load/pacer.ts';
import { Watch } from '../load/watch.ts';
import type { MeasuredServer, Usage } from '../measured-server.ts';
import { refuseFailures } from '../run.ts';
import type { Message } from '../service-bench.ts';

/** Three times what it can do comes in. */
export const excess = 3;

/** Half of what it can do is a usual day. */
const usual = 0.5;

/** How long each phase lasts, in milliseconds. */
export interface Phases {
  readonly warmUp: number;
  readonly capacity: number;
  readonly usual: number;
  readonly overload: number;
}

/** What a service did before, in and after an overload. */
export interface Overload {
  /** Requests a second that it can do. */
  readonly capacity: number;
  readonly before: PacedResult;
  readonly during: PacedResult;
  readonly after: PacedResult;
  /** Of /health/live meanwhile, at the management port. */
  readonly live: PacedResult;
  /** What it used meanwhile. */
  readonly usage: readonly Usage[];
  readonly milliseconds: number;
}

/** So many connections consumers open at most, and so long they wait, in milliseconds. */
const [connections, patience] = [2_000, 10_000];

const alive: Message = { method: 'GET', path: '/health/live', headers: {}, body: '' };

/** Finds out what a service can do, and then asks three times as much of it. */
export async function overload(server: MeasuredServer, message: Message, phases: Phases): Promise<Overload> {
  const { url, managementUrl } = server;
  const { perSecond: capacity, requests } = await capacityOf(url, message, phases);
  const pacers = [new Pacer(requests), new Pacer()] as const;
  const ask = (share: number, milliseconds: number): Promise<PacedResult> =>
    pacers[0].run({ url, message, perSecond: share * capacity, milliseconds, connections, patience });
  try {
    const before = await ask(usual, phases.usual);
    const watch = new Watch(server);
    const [during, live] = await Promise.all([
      ask(excess, phases.overload),
      pacers[1].run({ ...askingAlive, url: managementUrl, milliseconds: phases.overload }),
    ]);
    const usage = await watch.stop();
    const after = await ask(usual, phases.usual);
    return { capacity, before, during, after, live, usage, milliseconds: phases.overload };
  } finally {
    await Promise.all(pacers.map((pacer) => pacer.stop()));
  }
}

const askingAlive = { message: alive, perSecond: 20, connections: 50, patience };

/** @returns Also how many messages that took. */
async function capacityOf(
  url: string,
  message: Message,
  { warmUp, capacity }: Phases,
): Promise<{ perSecond: number; requests: number }> {
  const generator = new LoadGenerator();
  const warm = await generator.run({ url, message, connections: 64, milliseconds: warmUp });
  const full = await generator.run({ url, message, connections: 64, milliseconds: capacity });
  await generator.stop();
  refuseFailures(full.statuses);
  return { perSecond: full.perSecond, requests: warm.requests + full.requests };
}
