import type { Log } from '../log/log';
import type { Clock } from '../time/clock';
import type { Database, Jobs, Journal } from '@trunkline/store';

/** How often, in milliseconds, and how many rows a transaction deletes. */
const interval = 60_000;
const slice = 1_000;

const day = 24 * 3_600_000;

interface Kept {
  readonly database: Pick<Database<object>, 'engine'>;
  readonly journal: Pick<Journal, 'recover' | 'purge'>;
  readonly jobs: Pick<Jobs, 'purge'>;
}

/** Now and then: finds the messages of instances that did not come back, and deletes what is older than anybody asks for. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Kept,
    private readonly retentionDays: number,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.tidy());
    }, interval);
    this.timer.unref();
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once. Never rejects: what fails now is done the next time. */
  async tidy(): Promise<void> {
    const { database, journal, jobs } = this.store;
    const before = new Date(this.clock.now().getTime() - this.retentionDays * day);
    try {
      // The one process of an SQLite file has looked when it started.
      if (database.engine === 'postgres') await journal.recover();
      await journal.purge(before, slice);
      await jobs.purge(before, slice);
    } catch (error) {
      this.log.logger.warn({ err: error }, 'housekeeping failed; it is tried again');
    }
  }
}
