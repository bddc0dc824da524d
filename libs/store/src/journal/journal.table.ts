import { sql } from 'kysely';
import type { Migration } from '../database/migrate';

/**
 * RUNNING: accepted, no outcome yet. ANSWERED: done or declined, the answer stands. FAILED: to be taken again when it comes
 * again, since it certainly had no effect, or since what came of it was found out later. IN_DOUBT: may have had its effect;
 * its late answer settles it, or whoever finds out reopens it.
 */
export type JournalState = 'RUNNING' | 'ANSWERED' | 'FAILED' | 'IN_DOUBT';

/** One accepted message. No content: of the request only a fingerprint, and the answer as it was given. */
export interface JournalRow {
  id: string;
  operation: string;
  sender: string | null;
  message_id: string | null;
  conversation_id: string;
  request_id: string;
  business_id: string | null;
  /** Hash of the operation and the values of the body. */
  fingerprint: string;
  state: JournalState;
  /** In one word: SUCCESS, or the code of the fault. */
  outcome: string | null;
  /** What the endpoint needs to give the same answer again. */
  answer: string | null;
  received_at: string;
  settled_at: string | null;
  duration_ms: number | null;
  /** JSON. */
  steps: string | null;
  /** When its instance must be done; after that it is an orphan. */
  lease_until: string;
  instance: string;
  /** How often it was taken, from 1: only who took it last may settle it. */
  attempts: number;
}

export interface JournalTables {
  journal: JournalRow;
}

/** Stands in every query that is to use the index of the few rows for which it is true. */
export const notAnswered = sql<boolean>`state <> 'ANSWERED'`;

export const journalMigrations: readonly Migration[] = [
  {
    name: 'journal-0001',
    up: async (trx) => {
      await sql`
        CREATE TABLE journal (
          id text PRIMARY KEY NOT NULL,
          operation text NOT NULL,
          sender text,
          message_id text,
          conversation_id text NOT NULL,
          request_id text NOT NULL,
          business_id text,
          fingerprint text NOT NULL,
          state text NOT NULL,
          outcome text,
          answer text,
          received_at text NOT NULL,
          settled_at text,
          duration_ms integer,
          steps text,
          lease_until text NOT NULL,
          instance text NOT NULL,
          attempts integer NOT NULL,
          UNIQUE (sender, message_id)
        )`.execute(trx);
      await sql`CREATE INDEX journal_settled ON journal (settled_at) WHERE settled_at IS NOT NULL`.execute(
        trx,
      );
      await sql`CREATE INDEX journal_open ON journal (state, received_at) WHERE ${notAnswered}`.execute(trx);
    },
  },
];
