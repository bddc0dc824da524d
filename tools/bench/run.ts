import type { LoadResult } from './load/generator.ts';
import { LoadGenerator } from './load/load-generator.ts';
import type { MeasuredServer } from './measured-server.ts';
import { median } from './quantile.ts';
import { connectionCounts, type Message, type Subject } from './service-bench.ts';

/** How long and how often each subject is loaded. */
export interface Pace {
  readonly rounds: number;
  /** Of each subject with each number of connections in each round. */
  readonly milliseconds: number;
  /** Of each subject before the first round. */
  readonly warmUp: number;
}

/** What one subject came to with one number of connections: medians of the rounds. */
export interface Figures {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of the server, in microseconds a request. */
  readonly cpu: number;
  /** How much of its core the load generator used. */
  readonly generatorBusy: number;
}

export type Results = ReadonlyMap<Subject, readonly Figures[]>;

/** Loads the servers in turn, round after round: whatever else the machine does meanwhile meets them all. */
export async function run(
  servers: ReadonlyMap<Subject, MeasuredServer>,
  message: Message,
  pace: Pace,
  tell: (progress: string) => void,
): Promise<Results> {
  const generator = new LoadGenerator();
  const bench = new Bench(generator, message);
  try {
    for (const [subject, server] of servers) {
      tell(`warming up: ${subject.name}`);
      await bench.load(subject, server, connectionCounts[0], pace.warmUp);
    }
    for (let round = 1; round <= pace.rounds; round++) {
      for (const [subject, server] of servers) {
        tell(`round ${round} of ${pace.rounds}: ${subject.name}`);
        await bench.measure(subject, server, pace.milliseconds);
      }
    }
    return bench.results(servers.keys());
  } finally {
    await generator.stop();
  }
}

class Bench {
  readonly #generator: LoadGenerator;
  readonly #message: Message;
  readonly #measured = new Map<Subject, Figures[][]>();

  constructor(generator: LoadGenerator, message: Message) {
    this.#generator = generator;
    this.#message = message;
  }

  async measure(subject: Subject, server: MeasuredServer, milliseconds: number): Promise<void> {
    const figures: Figures[] = [];
    for (const connections of connectionCounts)
      figures.push(await this.load(subject, server, connections, milliseconds));
    this.#measured.set(subject, [...(this.#measured.get(subject) ?? []), figures]);
  }

  /** @throws Error when an answer is no success: a bench of errors says nothing. */
  async load(
    { message = this.#message }: Subject,
    server: MeasuredServer,
    connections: number,
    milliseconds: number,
  ): Promise<Figures> {
    const before = await server.usage();
    const load = { url: server.url, message, connections, milliseconds };
    const { requests, perSecond, p50, p99, busy, statuses } = await this.#generator.run(load);
    const after = await server.usage();
    refuseFailures(statuses);
    return { perSecond, p50, p99, cpu: (after.cpu - before.cpu) / requests, generatorBusy: busy };
  }

  results(subjects: Iterable<Subject>): Results {
    const rows = [...subjects].map((subject) => {
      const rounds = this.#measured.get(subject) ?? [];
      return [
        subject,
        connectionCounts.map((_, column) => medians(rounds.map((round) => round[column]!))),
      ] as const;
    });
    return new Map(rows);
  }
}

/** @throws Error when not every answer is a success. */
export function refuseFailures(statuses: LoadResult['statuses']): void {
  const failures = Object.keys(statuses).filter((status) => !/^20/.test(status));
  if (failures.length > 0) throw new Error(`the server answered ${JSON.stringify(statuses)}`);
}

function medians(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => median(rounds.map((figures) => figures[name]));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpu: of('cpu'),
    generatorBusy: of('generatorBusy'),
  };
}
