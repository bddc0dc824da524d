import type { Message } from '../service-bench.ts';
import { quantile } from '../quantile.ts';
import { Connection } from './connection.ts';
import { Request } from './request.ts';

// The process that sends at a rate of its own, whatever comes back: as many consumers do who do not know of one another.

/** How to ask a server. */
export interface Pace {
  readonly url: string;
  readonly message: Message;
  readonly perSecond: number;
  readonly milliseconds: number;
  /** More are not opened: what is due then is not sent. */
  readonly connections: number;
  /** How long to wait for an answer, in milliseconds. */
  readonly patience: number;
}

/** The answers with one status. Milliseconds from when the message was due. */
export interface Answers {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
}

/** What came of it. */
export interface PacedResult {
  readonly perSecond: number;
  readonly answers: Readonly<Record<string, Answers>>;
  /** Successes that came before the last message was sent. */
  readonly doneMeanwhile: number;
  /** Answers that said when to come again. */
  readonly retryAfter: number;
  /** Messages that no connection was left for. */
  readonly notSent: number;
  /** Connections that broke, or on which no answer came in time. */
  readonly lost: number;
}

/** Of all messages of this process, and of those that came before. */
let sent = Number(process.argv[2]);

class Pacing {
  readonly latencies = new Map<number, number[]>();
  readonly idle: Connection[] = [];
  readonly begun = new Map<Connection, number>();
  opened = 0;
  isSending = true;
  doneMeanwhile = 0;
  retryAfter = 0;
  notSent = 0;
  lost = 0;
  readonly #pace: Pace;
  readonly #target: URL;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#target = new URL(pace.url);
  }

  async sendOne(due: number): Promise<void> {
    const connection = this.idle.pop() ?? (await this.#open());
    if (!connection) return;
    this.begun.set(connection, due);
    connection.send(++sent, (status, answer) => {
      this.begun.delete(connection);
      this.idle.push(connection);
      this.#count(status, performance.now() - due);
      if (status < 300 && this.isSending) this.doneMeanwhile++;
      if (status === 503 && answer.includes('etry-')) this.retryAfter++;
    });
  }

  /** Gives up what has waited for too long. */
  giveUp(before: number): void {
    for (const [connection, due] of this.begun) if (due < before) connection.close();
  }

  close(): void {
    for (const connection of this.idle) connection.close();
  }

  async #open(): Promise<Connection | undefined> {
    if (this.opened >= this.#pace.connections) return void this.notSent++;
    this.opened++;
    const request = new Request(this.#target.host, this.#pace.message);
    try {
      const connection = await Connection.open(this.#target, request);
      connection.onClose(() => this.#forget(connection));
      return connection;
    } catch {
      this.opened--;
      return void this.lost++;
    }
  }

  #forget(connection: Connection): void {
    this.opened--;
    if (this.begun.delete(connection)) this.lost++;
    else this.idle.splice(this.idle.indexOf(connection), 1);
  }

  #count(status: number, latency: number): void {
    const others = this.latencies.get(status) ?? [];
    others.push(latency);
    this.latencies.set(status, others);
  }
}

async function run(pace: Pace): Promise<PacedResult> {
  const pacing = new Pacing(pace);
  const start = performance.now();
  const total = Math.round((pace.perSecond * pace.milliseconds) / 1000);
  for (let next = 0; next < total; await aMoment()) {
    const now = performance.now();
    for (; next < total && dueAt(next) <= now; next++) void pacing.sendOne(now);
    pacing.giveUp(now - pace.patience);
  }
  const end = performance.now();
  pacing.isSending = false;
  while (pacing.begun.size > 0 && performance.now() < end + pace.patience) await aMoment();
  pacing.giveUp(Infinity);
  pacing.close();
  return resultOf(pacing, (total / (end - start)) * 1000);

  function dueAt(message: number): number {
    return start + (message * 1000) / pace.perSecond;
  }
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

function resultOf(pacing: Pacing, perSecond: number): PacedResult {
  const { latencies, doneMeanwhile, retryAfter, notSent, lost } = pacing;
  const answers = [...latencies].map(([status, times]) => [status, answersOf(times)] as const);
  return { perSecond, answers: Object.fromEntries(answers), doneMeanwhile, retryAfter, notSent, lost };
}

function answersOf(latencies: number[]): Answers {
  latencies.sort((one, other) => one - other);
  return {
    count: latencies.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    slowest: latencies.at(-1) ?? NaN,
  };
}

process.on('message', (asked: Pace) => {
  run(asked).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
