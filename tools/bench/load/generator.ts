import type { Message } from '../service-bench.ts';
import { Connection } from './connection.ts';
import { quantile } from '../quantile.ts';
import { Request } from './request.ts';

// The process that makes the load, on a core of its own. autocannon costs 46 µs a request, more than a bare node:http server:
// the bench would measure autocannon. This costs a fifth of it.

/** How to load a server. */
export interface Load {
  readonly url: string;
  readonly message: Message;
  readonly connections: number;
  readonly milliseconds: number;
}

/** What came of it. */
export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  /** From the last byte sent to the last byte received, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** How much of its core the generator used. */
  readonly busy: number;
  /** Every status that came, and how often. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** How many messages each server was sent: no id comes twice. */
const sent = new Map<string, number>();

/** @throws Error when a connection breaks: what is measured then is not the server's rate. */
async function load({ url, message, connections, milliseconds }: Load): Promise<LoadResult> {
  const target = new URL(url);
  const open = await Promise.all(
    Array.from({ length: connections }, () => Connection.open(target, new Request(target.host, message))),
  );
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    open.map((connection) => keepSending(connection, start + milliseconds, { url, latencies, statuses })),
  );
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of open) connection.close();
  latencies.sort((one, other) => one - other);
  return {
    requests: latencies.length,
    perSecond: (latencies.length / elapsed) * 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    slowest: latencies.at(-1) ?? NaN,
    busy: (user + system) / 1000 / elapsed,
    statuses,
  };
}

interface Tally {
  readonly url: string;
  readonly latencies: number[];
  readonly statuses: Record<string, number>;
}

/** Until the time is over; the last answer is waited for. */
function keepSending(
  connection: Connection,
  until: number,
  { url, latencies, statuses }: Tally,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let begun = performance.now();
    const answered = (status: number): void => {
      const now = performance.now();
      latencies.push(now - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (now >= until) return resolve();
      begun = now;
      connection.send(nextNumber(url), answered);
    };
    connection.onClose(() => reject(new Error('the server closed a connection')));
    connection.send(nextNumber(url), answered);
  });
}

function nextNumber(url: string): number {
  const number = (sent.get(url) ?? 0) + 1;
  sent.set(url, number);
  return number;
}

process.on('message', (asked: Load) => {
  load(asked).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
