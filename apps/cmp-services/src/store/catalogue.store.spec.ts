import { eachMigrated, plansOf } from '@trunkline/testing';
import { CatalogueStore } from './catalogue.store';
import { cmpMigrations } from './cmp.migrations';
import type { CmpTables } from './cmp.tables';

eachMigrated<CmpTables>(cmpMigrations, (database) => {
  let catalogue: CatalogueStore;

  beforeAll(async () => {
    const { query } = database();
    catalogue = new CatalogueStore(database());
    expect(await catalogue.isEmpty()).toBe(true);
    await query.insertInto('customer').values({ level: 'ACCOUNT', number: '1' }).execute();
    const entry = {
      ...{ level: 'ACCOUNT' as const, code: 'LINE', effective_to: 99, description: 'A line' },
      ...{ default_price: '1.50', minimum_price: null, maximum_price: null },
    };
    const entries = [30, 10, 20].map((effective_from) => ({ ...entry, effective_from }));
    await query.insertInto('catalogue_entry').values(entries).execute();
  });

  it('knows its customers by level and number', async () => {
    const known = [
      catalogue.hasCustomer('ACCOUNT', '1'),
      catalogue.hasCustomer('SUBSCRIPTION', '1'),
      catalogue.hasCustomer('ACCOUNT', '2'),
    ];
    expect(await Promise.all(known)).toEqual([true, false, false]);
  });

  it('knows the entries of a code, the earliest first', async () => {
    const entries = await catalogue.entriesOf('ACCOUNT', 'LINE');
    expect(entries.map(({ effective_from }) => effective_from)).toEqual([10, 20, 30]);
    expect(entries[0]).toMatchObject({ effective_to: 99, default_price: '1.50', minimum_price: null });
    expect(await catalogue.entriesOf('SUBSCRIPTION', 'LINE')).toEqual([]);
  });

  it('finds both by an index: there may be hundreds of thousands', async () => {
    if (database().engine !== 'sqlite') return;
    const plans = await plansOf(database(), async (noted) => {
      await new CatalogueStore(noted).hasCustomer('ACCOUNT', '1');
      await new CatalogueStore(noted).entriesOf('ACCOUNT', 'LINE');
    });
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(plan).toMatch(/SEARCH [ce] USING/);
  });
});
