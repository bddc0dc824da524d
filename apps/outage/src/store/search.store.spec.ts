import type { OutageEventFilters } from '@trunkline/contracts/outage';
import { eachMigrated } from '@trunkline/testing';
import { CompiledQuery, sql } from 'kysely';
import { outageMigrations, type OutageTables } from './outage.tables';
import { SearchStore } from './search.store';

/** Enough that a database would rather look into an index than read everything. */
const [events, customersOfEach] = [5_000, 20];

eachMigrated<OutageTables>(outageMigrations, (migrated) => {
  beforeAll(async () => {
    const { query } = migrated();
    const numbers = (count: number) =>
      sql`WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${sql.lit(count - 1)})`;
    await sql`
      INSERT INTO outage_event (event_id, external_system, external_outage_id, outage_type, start_date_time, start_at, discarded)
      ${numbers(events)} SELECT 'e' || n, 'system', 'o' || n, 'C1UP', '', '2026-01-31', 0 FROM numbers`.execute(
      query,
    );
    await sql`
      INSERT INTO outage_customer (event_id, account_id, sp_id)
      ${numbers(events * customersOfEach)} SELECT 'e' || (n / ${sql.lit(customersOfEach)}), 'a' || n, 's' || n FROM numbers`.execute(
      query,
    );
    await sql`ANALYZE`.execute(query);
  }, 60_000);

  /** How the database does each query of a search. */
  async function plansOf(filters: OutageEventFilters): Promise<string[]> {
    const database = migrated();
    const asked = jest.spyOn(database.query.getExecutor(), 'executeQuery');
    const page = { recentSince: '2026-01-01', offset: 0, limit: 100 };
    const { totalCount } = await new SearchStore(database).find({ filters, ...page });
    const queries = asked.mock.calls.map(([query]) => query);
    asked.mockRestore();
    expect([totalCount, queries.length]).toEqual([1, 2]);
    const explain = database.engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const explained = queries.map(async ({ sql: text, parameters }) => {
      const plan = CompiledQuery.raw(`${explain} ${text}`, [...parameters]);
      const { rows } = await database.query.executeQuery<Record<string, unknown>>(plan);
      return rows.map((row) => row['detail'] ?? row['QUERY PLAN']).join('\n');
    });
    return Promise.all(explained);
  }

  it.each<[index: string, filters: OutageEventFilters]>([
    ['outage_customer_account', { accountId: 'a4711' }],
    ['outage_customer_sp', { spId: 's4711' }],
    ['outage_customer_(account|sp)', { accountId: 'a4711', spId: 's4711' }],
    ['outage_event_outage', { externalOutageId: 'o47' }],
    ['outage_event_', { externalOutageId: 'o47', externalSystem: 'system' }],
  ])('looks into %s, and reads no table as a whole', async (index, filters) => {
    for (const plan of await plansOf(filters)) {
      expect(plan).toMatch(new RegExp(index));
      expect(plan).not.toMatch(/Seq Scan|SCAN outage/);
    }
  });
});
