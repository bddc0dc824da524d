import { type OutageTables, outageMigrations } from '../../../apps/outage/src/store/outage.tables';
import { fillDatabase, numbers, type RunSql } from '../servers/fill';
import { storedFirst } from './stored-customers';
import { searchPlans } from './search-plans';

const [, , count = ''] = process.argv;

const perEvent = 10_000;
const eventId = (number: string): string => `'E' || cast(1000000000000 + ${number} AS text)`;

const events = `
  INSERT INTO outage_event (event_id, external_system, external_outage_id, outage_type, start_date_time, start_at, discarded)
  ${numbers(Math.ceil(Number(count) / perEvent))}
  SELECT ${eventId('n')}, 'CCB-NMS integration', 'stored-' || cast(n AS text), 'C1UP', '2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z', 0
  FROM numbers`;

const customers = `
  INSERT INTO outage_customer (event_id, account_id, sp_id)
  ${numbers(Number(count))}
  SELECT ${eventId(`n / ${perEvent}`)}, cast(${storedFirst} + n AS text), cast(${2 * storedFirst} + n AS text) FROM numbers`;

async function fill(run: RunSql): Promise<void> {
  await run(events);
  await run(customers);
}

void fillDatabase<OutageTables>('outage', outageMigrations, fill, (database) =>
  searchPlans(database, String(storedFirst)),
);
