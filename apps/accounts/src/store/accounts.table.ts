import { type Generated, sql } from 'kysely';
import { type Migration, Statement } from '@trunkline/store';

export interface AccountRow {
  /** Given by the database: the order in which accounts came. */
  sequence: Generated<number>;
  /** Of the notification that the account came with. */
  event_id: string;
  /** Hash of that notification as a JSON value. */
  fingerprint: string;
  account_id: string;
  account_number: string | null;
  username: string | null;
  /** JSON: the notification without the account. */
  envelope: string;
  /** JSON: the account as it came. */
  content: string;
  created_at: string;
}

/** What accounts are found by: a row for each value of an account, so that every list is read from one index. */
export interface AccountTermRow {
  term: string;
  sequence: number;
}

export interface ListenerRow {
  id: string;
  callback: string;
  query: string | null;
  created_at: string;
}

export interface AccountTables {
  account: AccountRow;
  account_term: AccountTermRow;
  listener: ListenerRow;
}

export const accountMigrations: readonly Migration[] = [
  {
    name: 'accounts-0001',
    up: async (trx, engine) => {
      const sequence = {
        sqlite: 'integer PRIMARY KEY AUTOINCREMENT',
        postgres: 'bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY',
      };
      await sql`
        CREATE TABLE account (
          sequence ${sql.raw(sequence[engine])},
          event_id text NOT NULL UNIQUE,
          fingerprint text NOT NULL,
          account_id text NOT NULL UNIQUE,
          account_number text UNIQUE,
          username text UNIQUE,
          envelope text NOT NULL,
          content text NOT NULL,
          created_at text NOT NULL
        )`.execute(trx);
      // SQLite would keep the rows a second time beside their key.
      await sql`
        CREATE TABLE account_term (
          term text NOT NULL,
          sequence bigint NOT NULL,
          PRIMARY KEY (term, sequence)
        ) ${sql.raw(engine === 'sqlite' ? 'WITHOUT ROWID' : '')}`.execute(trx);
      await sql`
        CREATE TABLE listener (
          id text PRIMARY KEY NOT NULL,
          callback text NOT NULL UNIQUE,
          query text,
          created_at text NOT NULL
        )`.execute(trx);
    },
  },
];

/** Fails as a whole when another account has its eventId, id, number or user name. */
export const insertAccount = new Statement({
  name: 'account-1-insert',
  columns: {
    event_id: 'text',
    fingerprint: 'text',
    account_id: 'text',
    account_number: 'text',
    username: 'text',
    envelope: 'text',
    content: 'text',
    created_at: 'text',
  },
  key: 'event_id',
  sql: `
    INSERT INTO account (event_id, fingerprint, account_id, account_number, username, envelope, content, created_at)
    SELECT event_id, fingerprint, account_id, account_number, username, envelope, content, created_at FROM given
    WHERE true ORDER BY event_id
    RETURNING event_id`,
});

/** Runs after `insertAccount`, by its name. `terms` is a JSON object, since both engines can take one apart. */
export const insertTerms = new Statement({
  name: 'account-2-insert-terms',
  columns: { event_id: 'text', terms: 'text' },
  key: 'event_id',
  sql: `
    INSERT INTO account_term (term, sequence)
    SELECT part.key, account.sequence
    FROM given JOIN account ON account.event_id = given.event_id, json_each(json(given.terms)) AS part`,
});
