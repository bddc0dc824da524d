import { Fault, type FaultName } from '@trunkline/faults';
import type { JobTables, JournalTables, Migration } from '@trunkline/store';
import { type Generated, type Selectable, sql } from 'kysely';
import type { LineMigration, SettledMigration, WorkOrderOutcome } from './line-migration';

/**
 * SENDING: the work order may have been sent. IN_DOUBT: it may have been created, and a job finds out. CREATED and NOT_CREATED are known;
 * whether MIDAS knows as well is the job's matter.
 */
export type LineMigrationState = 'SENDING' | 'IN_DOUBT' | 'CREATED' | 'NOT_CREATED';

export interface LineMigrationRow {
  /** Given by the database: the order in which the work orders of a line were sent. */
  sequence: Generated<number>;
  id: string;
  telephone_number: string;
  account_number: string;
  site_reference: number;
  originator_uri: string;
  conversation_id: string;
  sent_at: string;
  state: LineMigrationState;
  /** When it became known what came of it. */
  settled_at: string | null;
  order_number: string | null;
  /** Why it was not created: the fault's name in the catalogue, and its text. */
  fault_name: string | null;
  fault_text: string | null;
}

export type VoipMigrationTables = JournalTables & JobTables & { line_migration: LineMigrationRow };

export const databaseMigrations: readonly Migration[] = [
  {
    name: 'voip-migration-0001',
    up: async (trx, engine) => {
      const sequence = {
        sqlite: 'integer PRIMARY KEY AUTOINCREMENT',
        postgres: 'bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY',
      };
      await sql`
        CREATE TABLE line_migration (
          sequence ${sql.raw(sequence[engine])},
          id text NOT NULL UNIQUE,
          telephone_number text NOT NULL,
          account_number text NOT NULL,
          site_reference integer NOT NULL,
          originator_uri text NOT NULL,
          conversation_id text NOT NULL,
          sent_at text NOT NULL,
          state text NOT NULL,
          order_number text,
          fault_name text,
          fault_text text
        )`.execute(trx);
      await sql`CREATE INDEX line_migration_line ON line_migration (telephone_number, sequence)`.execute(trx);
      await sql`CREATE INDEX line_migration_sent ON line_migration (sent_at)`.execute(trx);
    },
  },
  {
    name: 'voip-migration-0002',
    up: async (trx) => {
      await sql`ALTER TABLE line_migration ADD COLUMN settled_at text`.execute(trx);
    },
  },
];

/** A row as the migration that it is. */
export function migrationOf(row: Selectable<LineMigrationRow>): LineMigration {
  return {
    id: row.id,
    telephoneNumber: row.telephone_number,
    accountNumber: row.account_number,
    siteReference: row.site_reference,
    originatorUri: row.originator_uri,
    conversationId: row.conversation_id,
    sentAt: row.sent_at,
  };
}

/** The other way. */
export function columnsOf(migration: LineMigration) {
  return {
    id: migration.id,
    telephone_number: migration.telephoneNumber,
    account_number: migration.accountNumber,
    site_reference: migration.siteReference,
    originator_uri: migration.originatorUri,
    conversation_id: migration.conversationId,
    sent_at: migration.sentAt,
  };
}

/** A row with its outcome; nothing where that is not known. */
export function settledOf(row: Selectable<LineMigrationRow>): SettledMigration | undefined {
  const outcome = outcomeOf(row);
  return outcome && { ...migrationOf(row), outcome };
}

function outcomeOf({
  state,
  order_number,
  fault_name,
  fault_text,
}: Selectable<LineMigrationRow>): WorkOrderOutcome | undefined {
  if (state === 'CREATED') return { orderNumber: order_number! };
  if (state !== 'NOT_CREATED') return undefined;
  return { fault: new Fault(fault_name as FaultName, fault_text === null ? {} : { text: fault_text }) };
}

/** An outcome as columns. */
export function outcomeColumns(outcome: WorkOrderOutcome, settledAt: Date) {
  const none = {
    order_number: null,
    fault_name: null,
    fault_text: null,
    settled_at: settledAt.toISOString(),
  };
  if ('orderNumber' in outcome) return { ...none, state: 'CREATED', order_number: outcome.orderNumber };
  const { faultName, text = null } = outcome.fault;
  return { ...none, state: 'NOT_CREATED', fault_name: faultName, fault_text: text };
}
