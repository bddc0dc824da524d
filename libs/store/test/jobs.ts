import { ManualClock } from '../src/clock/manual-clock';
import type { AnyDatabase, Database } from '../src/database/database';
import { Jobs, type JobsOptions } from '../src/jobs/jobs';
import type { JobTables } from '../src/jobs/jobs.table';

export const LEASE = 60_000;
export const HOUR = 3_600_000;

/** Jobs that note what they tell the service around them. */
export class NotedJobs extends Jobs {
  readonly events: string[];
  readonly logged: string[];

  constructor(
    private readonly tables: AnyDatabase,
    options: Partial<JobsOptions> = {},
  ) {
    const events: string[] = [];
    const logged: string[] = [];
    const note = (event: string) => (kind: string) => void events.push(`${event} ${kind}`);
    const log = (_details: object, message: string): void => void logged.push(message);
    super(tables, {
      log: { warn: log, error: log },
      events: {
        enqueued: note('enqueued'),
        succeeded: note('succeeded'),
        retried: note('retried'),
        dead: note('dead'),
      },
      concurrency: 4,
      lease: LEASE,
      pollInterval: 1_000,
      giveUpAfter: HOUR,
      clock: new ManualClock(),
      random: () => 0,
      ...options,
    });
    this.events = events;
    this.logged = logged;
  }

  async enqueue(input: unknown, key: string | null = null): Promise<void> {
    await this.tables.groupCommit.write([this.item('deliver', input, { key })]);
  }

  /** Has the handler of `deliver` wait until it is told to end. */
  holdDeliveries(): { readonly started: Promise<void>; readonly end: () => void } {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const started = new Promise<void>((tell) => {
      this.handle('deliver', () => {
        tell();
        return ended;
      });
    });
    return { started, end };
  }
}

export function jobRows({ query }: Database<JobTables>) {
  return query.selectFrom('job').selectAll().orderBy('sequence').execute();
}
