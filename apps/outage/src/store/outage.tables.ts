import type { Migration } from '@trunkline/store';
import { type Generated, sql } from 'kysely';

/** An outage event; its texts as they were sent. */
export interface EventRow {
  event_id: string;
  external_system: string;
  external_outage_id: string;
  message_reference: string | null;
  outage_type: string;
  start_date_time: string;
  /** start_date_time as a timestamp. */
  start_at: string;
  estimated_restoration_time: string | null;
  completion_date_time: string | null;
  /** completion_date_time as a timestamp. */
  completed_at: string | null;
  impacted_customers: number | null;
  /** 1 when it is. */
  discarded: number;
  /** JSON. */
  additional_details: string | null;
  /** JSON. */
  characteristics: string | null;
}

/** A customer whom an event touches; '' for the id that was not sent. */
export interface CustomerRow {
  event_id: string;
  account_id: string;
  sp_id: string;
}

/** What became of one message. */
export interface HistoryRow {
  /** Given by the database: those of one event in the order in which they were decided. */
  sequence: Generated<number>;
  event_id: string;
  received_at: string;
  request_id: string;
  /** Its place in its request, from 0. */
  place: number;
  reason: string;
  message_reference: string | null;
  stored_reference: string | null;
}

/** An outage management system that may report. */
export interface ExternalSystemRow {
  name: string;
  added_at: string;
}

export interface OutageTables {
  outage_event: EventRow;
  outage_customer: CustomerRow;
  outage_history: HistoryRow;
  external_system: ExternalSystemRow;
}

export const outageMigrations: readonly Migration[] = [
  {
    name: '0001-outage',
    up: async (trx, engine) => {
      await sql`
        CREATE TABLE outage_event (
          event_id text PRIMARY KEY NOT NULL,
          external_system text NOT NULL,
          external_outage_id text NOT NULL,
          message_reference text,
          outage_type text NOT NULL,
          start_date_time text NOT NULL,
          start_at text NOT NULL,
          estimated_restoration_time text,
          completion_date_time text,
          completed_at text,
          impacted_customers integer,
          discarded integer NOT NULL,
          additional_details text,
          characteristics text,
          UNIQUE (external_system, external_outage_id)
        )`.execute(trx);
      await sql`CREATE INDEX outage_event_outage ON outage_event (external_outage_id)`.execute(trx);
      // No foreign key: a row is written only under the lock of its event, and checking each of 100,000 takes its time.
      await sql`
        CREATE TABLE outage_customer (
          event_id text NOT NULL,
          account_id text NOT NULL,
          sp_id text NOT NULL,
          PRIMARY KEY (event_id, account_id, sp_id)
        ) ${sql.raw(engine === 'sqlite' ? 'WITHOUT ROWID' : '')}`.execute(trx);
      await sql`CREATE INDEX outage_customer_account ON outage_customer (account_id, event_id) WHERE account_id <> ''`.execute(
        trx,
      );
      await sql`CREATE INDEX outage_customer_sp ON outage_customer (sp_id, event_id) WHERE sp_id <> ''`.execute(
        trx,
      );
      const sequence = {
        sqlite: 'integer PRIMARY KEY AUTOINCREMENT',
        postgres: 'bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY',
      };
      await sql`
        CREATE TABLE outage_history (
          sequence ${sql.raw(sequence[engine])},
          event_id text NOT NULL,
          received_at text NOT NULL,
          request_id text NOT NULL,
          place integer NOT NULL,
          reason text NOT NULL,
          message_reference text,
          stored_reference text
        )`.execute(trx);
      await sql`CREATE INDEX outage_history_event ON outage_history (event_id, sequence)`.execute(trx);
      await sql`CREATE INDEX outage_history_received ON outage_history (received_at)`.execute(trx);
      await sql`CREATE TABLE external_system (name text PRIMARY KEY NOT NULL, added_at text NOT NULL)`.execute(
        trx,
      );
    },
  },
];
