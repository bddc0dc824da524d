import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@trunkline/store';
import { eachDatabase, onPostgres } from '@trunkline/testing';
import type { CmpTables } from '../src/store/cmp.tables';
import { creation, send, startCmp } from './cmp-client';

eachDatabase((place) => {
  async function customers(change?: (database: Database<CmpTables>) => Promise<unknown>): Promise<number> {
    const running = await startCmp(place());
    const database = running.app.get<Database<CmpTables>>(Database);
    await change?.(database);
    const { length } = await database.query.selectFrom('customer').select('number').execute();
    await running.close();
    return length;
  }

  it('loads the example set at the first start of an empty database, and only then', async () => {
    const first = await customers();
    expect(first).toBeGreaterThan(0);
    const one = await customers(({ query }) =>
      query.deleteFrom('customer').where('number', '<>', '2').execute(),
    );
    expect(one).toBe(1);
    expect(await customers()).toBe(1);
  });

  it('takes names and levels strictly as published where it is told to', async () => {
    const running = await startCmp(place(), { CMP_LENIENT_NAMES: 'false' });
    const asTheTablePrints = {
      effectiveDate: undefined,
      EffectiveDate: '2014-09-22',
      CustomerLevel: 'Subscription',
    };
    expect(await send(running.url, creation(asTheTablePrints))).toMatchObject({
      status: 500,
      errors: ['CMP1006 CustomerLevel', 'CMP1002 EffectiveDate', 'CMP1001 effectiveDate'],
    });
    expect((await send(running.url, creation())).status).toBe(200);
    await running.close();
  });

  it('answers a ServiceUnavailableFault while the database cannot be used', async () => {
    const running = await startCmp(place());
    await running.app.get<Database<CmpTables>>(Database).close();
    const { status, text } = await send(running.url, creation());
    expect(status).toBe(500);
    expect(text).toMatch(/<faultcode>env:Server<.*<ns4:ServiceUnavailableFault .*<MessageId>CMP9002</s);
    await running.close().catch(() => undefined);
  });

  it('answers a SystemFault to what no waiting mends', async () => {
    const running = await startCmp(place());
    const { query } = running.app.get<Database<CmpTables>>(Database);
    const rename = (name: 'created_service' | 'elsewhere', to: string) =>
      query.schema.alterTable(name).renameTo(to).execute();
    await rename('created_service', 'elsewhere');
    const { status, text } = await send(running.url, creation());
    await rename('elsewhere', 'created_service');
    expect(status).toBe(500);
    expect(text).toMatch(/<faultcode>env:Server<.*<ns4:SystemFault .*<MessageId>CMP9001</s);
    expect(text).not.toMatch(/created_service|SQL/);
    await running.close();
  });
});

onPostgres((place) => {
  it('loads the example set once where several instances start at once', async () => {
    const instances = await Promise.all(Array.from({ length: 4 }, () => startCmp(place())));
    const { query } = instances[0]!.app.get<Database<CmpTables>>(Database);
    const entries = await query
      .selectFrom('catalogue_entry')
      .select(['level', 'code', 'effective_from'])
      .execute();
    expect(entries).toHaveLength(linesOf('services.csv'));
    expect((await send(instances[3]!.url, creation())).status).toBe(200);
    await Promise.all(instances.map((instance) => instance.close()));
  });

  it('does not bring back what an operator took away while another instance started', async () => {
    const first = await startCmp(place());
    await first.app
      .get<Database<CmpTables>>(Database)
      .query.deleteFrom('customer')
      .where('number', '<>', '2')
      .execute();
    const others = await Promise.all([startCmp(place()), startCmp(place())]);
    const { query } = others[0].app.get<Database<CmpTables>>(Database);
    expect(await query.selectFrom('customer').select('number').execute()).toHaveLength(1);
    await Promise.all([first, ...others].map((instance) => instance.close()));
  });
});

/** How many rows a file of the example set has. */
function linesOf(file: string): number {
  const text = readFileSync(join(__dirname, '../src/example', file), 'utf8');
  return text.trim().split('\n').length - 1;
}
