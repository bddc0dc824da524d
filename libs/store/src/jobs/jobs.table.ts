import { type Generated, sql } from 'kysely';
import type { Migration } from '../database/migrate';
import { Statement } from '../database/statement';

/** WAITING: to be done, leased while somebody is at it. DEAD: given up, kept whole for an operator. */
export type JobState = 'WAITING' | 'DONE' | 'DEAD';

export interface JobRow {
  /** Given by the database: the order of jobs with the same key. */
  sequence: Generated<number>;
  id: string;
  kind: string;
  order_key: string | null;
  /** JSON. */
  input: string;
  state: JobState;
  /** How often it was claimed: only who claimed it last may settle it. */
  attempts: number;
  enqueued_at: string;
  due_at: string;
  lease_until: string | null;
  /** Who claimed it last. */
  instance: string | null;
  settled_at: string | null;
  last_error: string | null;
}

export interface JobTables {
  job: JobRow;
}

export const jobMigrations: readonly Migration[] = [
  {
    name: 'jobs-0001',
    up: async (trx, engine) => {
      const sequence = {
        sqlite: 'integer PRIMARY KEY AUTOINCREMENT',
        postgres: 'bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY',
      };
      await sql`
        CREATE TABLE job (
          sequence ${sql.raw(sequence[engine])},
          id text NOT NULL UNIQUE,
          kind text NOT NULL,
          order_key text,
          input text NOT NULL,
          state text NOT NULL,
          attempts integer NOT NULL,
          enqueued_at text NOT NULL,
          due_at text NOT NULL,
          lease_until text,
          instance text,
          settled_at text,
          last_error text
        )`.execute(trx);
      await sql`CREATE INDEX job_due ON job (due_at) WHERE state = 'WAITING'`.execute(trx);
      await sql`CREATE INDEX job_order ON job (kind, order_key, sequence) WHERE state = 'WAITING'`.execute(
        trx,
      );
      await sql`CREATE INDEX job_dead ON job (sequence) WHERE state = 'DEAD'`.execute(trx);
      await sql`CREATE INDEX job_settled ON job (settled_at)`.execute(trx);
    },
  },
];

export const enqueueJob = new Statement({
  name: 'job-enqueue',
  columns: {
    id: 'text',
    kind: 'text',
    order_key: 'text',
    input: 'text',
    enqueued_at: 'text',
    due_at: 'text',
  },
  key: 'id',
  sql: `
    INSERT INTO job (id, kind, order_key, input, enqueued_at, due_at, state, attempts)
    SELECT id, kind, order_key, input, enqueued_at, due_at, 'WAITING', 0 FROM given WHERE true
    RETURNING id`,
});

/** Gives the lease back with what came of the attempt. Returns nothing when somebody else has claimed the job since. */
export const settleJob = new Statement({
  name: 'job-settle',
  columns: {
    id: 'text',
    attempts: 'integer',
    state: 'text',
    due_at: 'text',
    settled_at: 'text',
    last_error: 'text',
  },
  key: 'id',
  sql: `
    UPDATE job
    SET state = given.state, due_at = given.due_at, settled_at = given.settled_at, last_error = given.last_error,
      lease_until = NULL
    FROM given
    WHERE job.id = given.id AND job.attempts = given.attempts AND job.state = 'WAITING'
    RETURNING job.id`,
});
