import { sql } from 'kysely';
import type { Migration } from '@trunkline/store';

const tables = [
  `CREATE TABLE customer (
    level text NOT NULL,
    number text NOT NULL,
    PRIMARY KEY (level, number)
  )`,
  `CREATE TABLE catalogue_entry (
    level text NOT NULL,
    code text NOT NULL,
    effective_from integer NOT NULL,
    effective_to integer NOT NULL,
    description text NOT NULL,
    default_price text,
    minimum_price text,
    maximum_price text,
    PRIMARY KEY (level, code, effective_from)
  )`,
  `CREATE TABLE service_conflict (
    code text NOT NULL,
    conflicts_with text NOT NULL,
    PRIMARY KEY (code, conflicts_with)
  )`,
  `CREATE TABLE created_service (
    id text PRIMARY KEY NOT NULL,
    level text NOT NULL,
    reference text NOT NULL,
    service_code text NOT NULL,
    effective_date text NOT NULL,
    effective_day integer NOT NULL,
    expiry_date text,
    last_day integer NOT NULL,
    sales_person_id integer,
    sales_account_reference integer,
    price text,
    description text,
    long_description text,
    account_service_agreement text,
    suppress_remaining_charge integer,
    contract_reference text,
    price_consolidation_service text,
    user_id text,
    program text,
    authenticated_user text,
    created_at text NOT NULL
  )`,
  'CREATE INDEX created_service_of_customer ON created_service (level, reference, effective_day)',
];

/** The tables of cmp-services. */
export const cmpMigrations: readonly Migration[] = [
  {
    name: 'cmp-0001',
    up: async (trx) => {
      for (const table of tables) await sql.raw(table).execute(trx);
    },
  },
];
