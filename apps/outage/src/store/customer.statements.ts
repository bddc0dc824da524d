import { type EngineName, Statement } from '@trunkline/store';

/** Customers travel as one JSON text: for many rows that costs the main thread a tenth of a value for each column of each. */
const columns = { event_id: 'text', customers: 'text' } as const;

const ids: Record<EngineName, string> = {
  sqlite: `
    SELECT event_id, coalesce(value ->> 'accountId', ''), coalesce(value ->> 'spId', '')
    FROM given, json_each(given.customers)`,
  postgres: `
    SELECT event_id, coalesce("accountId", ''), coalesce("spId", '')
    FROM given, json_to_recordset(given.customers::json) AS customer("accountId" text, "spId" text)`,
};

/**
 * A customer who is in the list already is one all the same. SQLite has OR IGNORE for that: with ON CONFLICT it prepares to undo each
 * row, which takes three times as long. In the order of the key rows go where the last one went: SQLite reads and writes each page
 * once, and PostgreSQL's instances lock the same rows in the same order.
 */
const insertions: Record<EngineName, string> = {
  sqlite: `INSERT OR IGNORE INTO outage_customer (event_id, account_id, sp_id) ${ids.sqlite} ORDER BY 1, 2, 3`,
  postgres: `INSERT INTO outage_customer (event_id, account_id, sp_id) ${ids.postgres} ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING`,
};

export type CustomersStatement = Statement<typeof columns>;

/** Puts customers on the list of an event. By its name it runs after the statements of events, whose lock it needs. */
export function addCustomers(engine: EngineName): CustomersStatement {
  return new Statement({ name: 'outage-list-customers', columns, key: 'event_id', sql: insertions[engine] });
}

/** Takes customers off the list of an event. */
export function removeCustomers(engine: EngineName): CustomersStatement {
  const sql = `DELETE FROM outage_customer WHERE (event_id, account_id, sp_id) IN (${ids[engine]})`;
  return new Statement({ name: 'outage-remove-customers', columns, key: 'event_id', sql });
}
