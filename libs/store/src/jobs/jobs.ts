import { randomUUID } from 'node:crypto';
import { type Clock, systemClock, timestamp } from '../clock/clock';
import type { AnyDatabase } from '../database/database';
import type { Item } from '../database/statement';
import { attempt, type AttemptOutcome } from './attempt';
import { Bell } from './bell';
import type { JobEvents, JobHandler, JobLog } from './job';
import { type ClaimedJob, type JobCount, JobQueries } from './jobs.queries';
import { enqueueJob, settleJob } from './jobs.table';
import { retryDelay } from './retry';

export interface JobsOptions {
  readonly log: JobLog;
  readonly events: JobEvents;
  /** How many jobs run at once in this process. */
  readonly concurrency: number;
  /** How long a claimed job belongs to its process, and may take, in milliseconds. */
  readonly lease: number;
  /** How long a job of another process may stay unnoticed, in milliseconds. */
  readonly pollInterval: number;
  /** From enqueueing to the dead letter, in milliseconds. */
  readonly giveUpAfter: number;
  readonly clock?: Clock;
  readonly random?: () => number;
}

/**
 * Work that must still happen after the answer: rows written in the same transaction as what they follow from, done by
 * whichever instance claims them, and tried again until they are done or given up.
 *
 * ```ts
 * jobs.handle<{ orderId: string }>('tell-midas', async ({ input, signal }) => midas.setStatus(input.orderId, { signal }));
 * await jobs.start();
 * await journal.settle(id, settlement, [jobs.item('tell-midas', { orderId })]);
 * ```
 */
export class Jobs {
  private readonly handlers = new Map<string, JobHandler<unknown>>();
  private readonly active = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly queries: JobQueries;
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly bell: Bell;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: AnyDatabase,
    private readonly options: JobsOptions,
  ) {
    this.queries = new JobQueries(database);
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? Math.random;
    this.bell = new Bell(this.clock);
  }

  /** Names the handler of a kind of job, before `start`. Jobs of other kinds are left to other processes. */
  handle<Input>(kind: string, handler: JobHandler<Input>): void {
    if (this.handlers.has(kind)) throw new Error(`Jobs of the kind ${kind} have a handler already.`);
    this.handlers.set(kind, handler as JobHandler<unknown>);
  }

  /** Those that have a handler here. */
  get kinds(): string[] {
    return [...this.handlers.keys()];
  }

  /**
   * A job to be written with `Journal.settle`, `GroupCommit.write` or `Database.writeIn`. Jobs of one kind with the same
   * `key` are done one at a time in the order in which they were written; one that waits for its next attempt keeps the
   * later ones waiting, a dead one does not.
   */
  item(kind: string, input: unknown, { key = null }: { readonly key?: string | null } = {}): Item {
    const now = timestamp(this.clock.now());
    const row = {
      id: randomUUID(),
      kind,
      order_key: key,
      input: JSON.stringify(input),
      enqueued_at: now,
      due_at: now,
    };
    return enqueueJob.item(row, () => {
      this.options.events.enqueued(kind);
      this.bell.ring();
    });
  }

  async start(): Promise<void> {
    if (this.database.engine === 'sqlite') await this.queries.dropLeases();
    this.loop = this.run();
  }

  /** Interrupts the handlers, waits for them, and gives the leases of what they did not finish back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.loop;
    await Promise.all(this.active);
  }

  /** Does what is due now, once, as far as there is room; what `start` repeats. Resolves when it is done. */
  async runDue(): Promise<void> {
    await Promise.all(await this.beginDue());
  }

  /** How many jobs wait and how many are dead, by kind. */
  count(): Promise<JobCount[]> {
    return this.queries.count();
  }

  /** Deletes jobs that were done before a time, `slice` a transaction, and says how many. The dead stay. */
  purge(before: Date, slice: number): Promise<number> {
    return this.queries.purge(before, slice);
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted;) {
      try {
        await this.beginDue();
        failures = 0;
        await this.bell.sleep(this.options.pollInterval);
      } catch (error) {
        const delay = retryDelay(++failures, this.random);
        this.options.log.warn({ err: error, delay }, 'Jobs cannot be claimed; trying again.');
        await this.clock.sleep(delay, this.stopping.signal);
      }
    }
  }

  private async beginDue(): Promise<Promise<void>[]> {
    const limit = this.options.concurrency - this.active.size;
    const { kinds } = this;
    if (limit <= 0 || kinds.length === 0) return [];
    const now = this.clock.now();
    const leaseUntil = now + this.options.lease;
    const jobs = await this.queries.claim({ kinds, limit, now, leaseUntil });
    return jobs.map((job) => this.begin(job, leaseUntil));
  }

  private begin(job: ClaimedJob, leaseUntil: number): Promise<void> {
    const done = this.perform(job, leaseUntil).finally(() => {
      this.active.delete(done);
      this.bell.ring();
    });
    this.active.add(done);
    return done;
  }

  /** Never rejects: a job whose outcome cannot be written is done again when its lease is over. */
  private async perform(job: ClaimedJob, leaseUntil: number): Promise<void> {
    const handler = this.handlers.get(job.kind) as JobHandler<unknown>;
    const { giveUpAfter, log } = this.options;
    const { clock, random } = this;
    const stopping = this.stopping.signal;
    const outcome = await attempt(job, handler, { clock, random, leaseUntil, giveUpAfter, stopping });
    try {
      const item = settleJob.item({ id: job.id, attempts: job.attempts, ...outcome });
      const [settled] = await this.database.groupCommit.write([item]);
      if (settled) this.report(job, outcome);
      else
        log.warn(
          { job: job.id, kind: job.kind },
          'A job was claimed by another before its outcome was written.',
        );
    } catch (error) {
      log.error(
        { err: error, job: job.id, kind: job.kind },
        'The outcome of a job cannot be written; it is done again.',
      );
    }
  }

  private report({ id, kind, attempts }: ClaimedJob, { state, due_at, reason }: AttemptOutcome): void {
    const { events, log } = this.options;
    if (state === 'DONE') return events.succeeded(kind);
    if (state === 'DEAD') {
      log.error({ job: id, kind, attempts, reason }, 'A job is given up.');
      return events.dead(kind);
    }
    if (this.stopping.signal.aborted) return;
    log.warn({ job: id, kind, attempts, reason, due: due_at }, 'A job failed; it will be tried again.');
    events.retried(kind);
  }
}
