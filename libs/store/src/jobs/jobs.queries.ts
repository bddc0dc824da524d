import { type Kysely, type Selectable, sql } from 'kysely';
import { timestamp } from '../clock/clock';
import type { AnyDatabase } from '../database/database';
import { deleteInSlices } from '../database/delete-in-slices';
import type { JobRow, JobState, JobTables } from './jobs.table';

/** A job that this process holds until its lease is over. */
export type ClaimedJob = Pick<
  Selectable<JobRow>,
  'id' | 'kind' | 'order_key' | 'input' | 'attempts' | 'enqueued_at' | 'due_at' | 'last_error'
>;

interface Claim {
  readonly kinds: readonly string[];
  readonly limit: number;
  /** Milliseconds since 1970, both. */
  readonly now: number;
  readonly leaseUntil: number;
}

export interface JobCount {
  readonly kind: string;
  readonly state: Exclude<JobState, 'DONE'>;
  readonly count: number;
}

export class JobQueries {
  private readonly query: Kysely<JobTables>;

  constructor(private readonly database: AnyDatabase) {
    this.query = database.withTables();
  }

  /**
   * Takes due jobs, those that are due for longest first; of jobs with the same key only the first that is not done.
   * Instances that claim at once skip what the other has locked, and get different jobs.
   */
  async claim({ kinds, limit, now, leaseUntil }: Claim): Promise<ClaimedJob[]> {
    const at = timestamp(now);
    const lock = this.database.engine === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : sql``;
    const { rows } = await sql<ClaimedJob>`
      WITH due AS (
        SELECT id FROM job
        WHERE state = 'WAITING' AND due_at <= ${at} AND kind IN (${sql.join(kinds)})
          AND (lease_until IS NULL OR lease_until <= ${at})
          AND (order_key IS NULL OR NOT EXISTS (
            SELECT 1 FROM job AS earlier
            WHERE earlier.state = 'WAITING' AND earlier.kind = job.kind AND earlier.order_key = job.order_key
              AND earlier.sequence < job.sequence
          ))
        ORDER BY due_at, sequence LIMIT ${limit} ${lock}
      )
      UPDATE job
      SET lease_until = ${timestamp(leaseUntil)}, instance = ${this.database.instance}, attempts = attempts + 1
      FROM due WHERE job.id = due.id
      RETURNING job.id, kind, order_key, input, attempts, enqueued_at, due_at, last_error`.execute(
      this.query,
    );
    return rows;
  }

  /** After a crash of the only process that uses a SQLite file, nobody holds its leases. */
  async dropLeases(): Promise<void> {
    await sql`UPDATE job SET lease_until = NULL WHERE state = 'WAITING' AND lease_until IS NOT NULL`.execute(
      this.query,
    );
  }

  count(): Promise<JobCount[]> {
    return this.countOf('WAITING').unionAll(this.countOf('DEAD')).execute();
  }

  purge(before: Date, slice: number): Promise<number> {
    const old = this.query
      .selectFrom('job')
      .select('id')
      .where('settled_at', '<', timestamp(before.getTime()))
      .where('state', '=', 'DONE')
      .limit(slice);
    const deletion = this.query.deleteFrom('job').where('id', 'in', old);
    return deleteInSlices(slice, () => this.query.executeQuery(deletion));
  }

  /** A literal: only with it SQLite sees that an index of this state serves. */
  private countOf(state: JobCount['state']) {
    const literal = sql.lit(state);
    return this.query
      .selectFrom('job')
      .where('state', '=', literal)
      .select((is) => ['kind', literal.as('state'), is.fn.countAll<number>().as('count')])
      .groupBy('kind');
  }
}
