import { Database } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
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
});
