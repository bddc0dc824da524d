import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate, openDatabase } from '@trunkline/store';
import { Client } from 'pg';
import { outageMigrations } from '../../../apps/outage/src/store/outage.tables';
import type { Customer } from './messages';

// What storing a long list costs at least: JSON.parse, and its rows put into the same table of the same engine, in one transaction
// that is as durable. Asked with the path of a message, it tells how long that took.

interface Message {
  readonly outageMessages: readonly {
    readonly customerInformation: { readonly customers: readonly Customer[] };
  }[];
}

type Insert = (eventId: string, customers: readonly Customer[]) => unknown;

const { DATABASE_URL: url, DATA_FOLDER: folder = '' } = process.env;

async function serve(): Promise<void> {
  const database = await openDatabase({ url, folder, name: 'plain', instance: 'bench' });
  await migrate(database, outageMigrations);
  await database.close();
  const insert = url === undefined ? intoSqlite() : await intoPostgres(url);
  process.on('message', (path: string) => {
    if (path === 'usage') return;
    void time(path, insert).then((milliseconds) => process.send?.({ milliseconds }));
  });
  process.send?.({ ready: { url: '' } });
}

let events = 0;

async function time(path: string, insert: Insert): Promise<number> {
  const text = readFileSync(path, 'utf8');
  const begun = performance.now();
  const { outageMessages } = JSON.parse(text) as Message;
  await insert(`event-${++events}`, outageMessages[0]!.customerInformation.customers);
  return performance.now() - begun;
}

function intoSqlite(): Insert {
  const database = new DatabaseSync(join(folder, 'plain.sqlite'));
  database.exec('PRAGMA synchronous = FULL');
  const row = database.prepare('INSERT INTO outage_customer (event_id, account_id, sp_id) VALUES (?, ?, ?)');
  return (eventId, customers) => {
    database.exec('BEGIN IMMEDIATE');
    for (const { accountId, spId } of customers) row.run(eventId, accountId, spId);
    database.exec('COMMIT');
  };
}

async function intoPostgres(connectionString: string): Promise<Insert> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('SET search_path TO plain');
  return (eventId, customers) =>
    client.query(
      'INSERT INTO outage_customer (event_id, account_id, sp_id) SELECT $1, * FROM unnest($2::text[], $3::text[])',
      [eventId, customers.map(({ accountId }) => accountId), customers.map(({ spId }) => spId)],
    );
}

void serve();
