import { cmpMigrations } from '../../../apps/cmp-services/src/store/cmp.migrations';
import { fillDatabase, numbers } from '../servers/fill';
import { subscriptions } from './customers';

const [, , codes = '', services = ''] = process.argv;
const { first, count } = subscriptions;

/** Codes that are sold to subscriptions, each a little dearer than the one before; the load creates SPREMC. */
const catalogue = `
  INSERT INTO catalogue_entry (level, code, effective_from, effective_to, description, default_price, minimum_price, maximum_price)
  ${numbers(Number(codes))}
  SELECT 'SUBSCRIPTION', CASE n WHEN 0 THEN 'SPREMC' ELSE 'C' || cast(n AS text) END, 20100101, 99991231, 'Premium Connection', '24.50', '0.00', '99.99'
  FROM numbers`;

const customers = `
  INSERT INTO customer (level, number) ${numbers(count)}
  SELECT 'SUBSCRIPTION', cast(${first} + n AS text) FROM numbers`;

/** Those of one subscription have different codes, and are in force. */
const created = `
  INSERT INTO created_service (id, level, reference, service_code, effective_date, effective_day, last_day, price, created_at)
  ${numbers(Number(services))}
  SELECT 'service-' || cast(n AS text), 'SUBSCRIPTION', cast(${first} + n % ${count} AS text), 'C' || cast(1 + n / ${count} AS text),
    '2014-09-22', 20140922, 99991231, '24.50', '2014-09-22T00:00:00.000Z'
  FROM numbers`;

void fillDatabase('cmp-services', cmpMigrations, async (run) => {
  await run(catalogue);
  await run(customers);
  if (Number(services) > 0) await run(created);
});
