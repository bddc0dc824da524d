import { type Database, migrate, openDatabase } from '@trunkline/store';
import { type DatabasePlace, eachMigrated, onPostgres } from '@trunkline/testing';
import { sql } from 'kysely';
import { createdService } from '../../test/created-service';
import { cmpMigrations } from './cmp.migrations';
import type { CmpTables, CreatedServiceRow } from './cmp.tables';
import { CreatedServicesStore } from './created-services.store';

async function openCmp(place: DatabasePlace, instance: string): Promise<Database<CmpTables>> {
  const database = await openDatabase<CmpTables>({ ...place, name: 'cmp-services', instance });
  await migrate(database, cmpMigrations);
  return database;
}

/** A customer of its own for each test. */
async function addCustomer({ query }: Database<CmpTables>, number: string): Promise<string> {
  await query.insertInto('customer').values({ level: 'SUBSCRIPTION', number }).execute();
  return number;
}

const conflict = [
  { code: 'LINECH', conflicts_with: 'LINEBU' },
  { code: 'LINEBU', conflicts_with: 'LINECH' },
];

eachMigrated<CmpTables>(cmpMigrations, (migrated) => {
  let database: Database<CmpTables>;
  let services: CreatedServicesStore;

  beforeAll(async () => {
    database = migrated();
    services = new CreatedServicesStore(database);
    await database.query.insertInto('service_conflict').values(conflict).execute();
  });

  it('gives back what was created to the letter', async () => {
    const row = createdService({
      reference: await addCustomer(database, '1'),
      effective_date: '2014-09-22+01:00',
      expiry_date: '2016-09-21Z',
      sales_person_id: 1001,
      sales_account_reference: 99_999_999,
      price: '000024.50',
      description: ' Zürich 📞 ',
      long_description: 'left\r\nof the stairs',
      account_service_agreement: '',
      suppress_remaining_charge: 0,
      contract_reference: 'CT-2014-0099',
      price_consolidation_service: 'DISC10',
      user_id: 'JOHNRY',
      program: 'TESTS',
      authenticated_user: 'crm',
    });
    expect(await services.create(row)).toBe(true);
    expect(await services.ofSubscription('1', { inForceOn: undefined, limit: 9 })).toEqual([row]);
  });

  it('gives those of one day in the same order, however the database sorts text', async () => {
    const reference = await addCustomer(database, 'in-order');
    if (database.engine === 'postgres')
      await sql`ALTER TABLE created_service ALTER COLUMN service_code TYPE text COLLATE "en-x-icu"`.execute(
        database.query,
      );
    for (const service_code of ['a1', 'B1', 'Z1'])
      await services.create(createdService({ reference, service_code }));
    const kept = await services.ofSubscription(reference, { inForceOn: undefined, limit: 9 });
    expect(kept.map((row) => row.service_code)).toEqual(['B1', 'Z1', 'a1']);
  });

  it.each([
    ['the same period', '2025-01-01', '2025-12-31', false],
    ['a period around it', '2024-01-01', null, false],
    ['a period inside it', '2025-06-01', '2025-06-01', false],
    ['its first day', '2024-06-01', '2025-01-01', false],
    ['its last day', '2025-12-31', null, false],
    ['the day before it', '2024-06-01', '2024-12-31', true],
    ['the day after it', '2026-01-01', null, true],
  ])('a code in force keeps the same code out of %s', async (_what, effective_date, expiry_date, passes) => {
    const reference = await addCustomer(
      database,
      `${effective_date}${expiry_date ?? ''}`.replaceAll('-', ''),
    );
    await services.create(
      createdService({ reference, effective_date: '2025-01-01', expiry_date: '2025-12-31' }),
    );
    const claim = createdService({ reference, effective_date, expiry_date });
    expect((await services.inTheWay(claim)).length).toBe(passes ? 0 : 1);
    expect(await services.create(claim)).toBe(passes);
  });

  it.each(['LINECH', 'LINEBU'])(
    '%s keeps the code out that it conflicts with, and no other',
    async (first) => {
      const reference = await addCustomer(database, `conflict-${first}`);
      const create = (service_code: string) => services.create(createdService({ reference, service_code }));
      await create(first);
      expect(await create(first === 'LINECH' ? 'LINEBU' : 'LINECH')).toBe(false);
      expect(await create('INSURE')).toBe(true);
    },
  );

  it('keeps nothing out of another subscription, or of another level', async () => {
    const row = { reference: await addCustomer(database, 'apart') };
    await services.create(createdService(row));
    expect(await services.create(createdService({ reference: await addCustomer(database, 'other') }))).toBe(
      true,
    );
    expect(await services.create(createdService({ ...row, level: 'ACCOUNT' }))).toBe(true);
  });

  it('tells what is in the way, the earliest first', async () => {
    const reference = await addCustomer(database, 'told');
    await services.create(
      createdService({ reference, service_code: 'LINEBU', effective_date: '2025-03-01' }),
    );
    const earlier = { service_code: 'LINECH', effective_date: '2025-01-01Z', expiry_date: '2025-02-28' };
    await services.create(createdService({ reference, ...earlier }));
    expect(
      await services.inTheWay(
        createdService({ reference, service_code: 'LINECH', effective_date: '2025-02-01' }),
      ),
    ).toEqual([earlier, { service_code: 'LINEBU', effective_date: '2025-03-01', expiry_date: null }]);
  });

  it('of many that come at once for one customer lets one pass, and all that are in nobody else’s way', async () => {
    const reference = await addCustomer(database, 'raced');
    expect(await race([services], reference)).toEqual({ raced: 1, apart: 20 });
  });
});

onPostgres((place) => {
  it('lets one pass of many that come at once to two instances', async () => {
    const databases = [await openCmp(place(), 'one'), await openCmp(place(), 'two')];
    await databases[0]!.query.insertInto('service_conflict').values(conflict).execute();
    const stores = databases.map((database) => new CreatedServicesStore(database));
    for (let round = 1; round <= 8; round++) {
      const reference = await addCustomer(databases[0]!, `raced-${round}`);
      expect(await race(stores, reference)).toEqual({ raced: 1, apart: 20 });
    }
    await Promise.all(databases.map((database) => database.close()));
  }, 30_000);

  it('lets no instance wait in a circle with others, in whatever order the customers of each come', async () => {
    const databases = await Promise.all(['one', 'two', 'three'].map((name) => openCmp(place(), name)));
    const { query } = databases[0]!;
    // So many, and counted, that PostgreSQL looks each up by the index, in the order in which they come.
    await sql`INSERT INTO customer SELECT 'ACCOUNT', n FROM generate_series(1, 20000) n`.execute(query);
    await sql`ANALYZE customer`.execute(query);
    const customers = Array.from({ length: 12 }, (_, index) => String(index + 1));
    for (let round = 0; round < 60; round++) {
      const created = databases.flatMap((database, at) => {
        const store = new CreatedServicesStore(database);
        const service = { level: 'ACCOUNT', service_code: `${round}-${at}` } as const;
        const inItsOrder = at % 2 ? customers : customers.toReversed();
        return inItsOrder.map((reference) => store.create(createdService({ ...service, reference })));
      });
      expect(new Set(await Promise.all(created))).toEqual(new Set([true]));
    }
    const { rows } =
      await sql`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`.execute(query);
    expect(rows).toEqual([{ deadlocks: 0 }]);
    await Promise.all(databases.map((database) => database.close()));
  }, 60_000);
});

/** Forty that are in each other's way and twenty that are not, all at once; how many of each passed. */
async function race(stores: readonly CreatedServicesStore[], reference: string) {
  const raced = Array.from({ length: 40 }, (_, index) =>
    createdService({
      reference,
      service_code: index % 2 ? 'LINECH' : 'LINEBU',
      effective_date: '2025-01-01',
    }),
  );
  const apart = Array.from({ length: 20 }, (_, index) =>
    createdService({ reference, service_code: `CODE${index}` }),
  );
  const create = (row: CreatedServiceRow, index: number) => stores[index % stores.length]!.create(row);
  const [racedPassed, apartPassed] = await Promise.all([
    Promise.all(raced.map((row, index) => create(row, index >> 1))),
    Promise.all(apart.map(create)),
  ]);
  return { raced: passed(racedPassed), apart: passed(apartPassed) };
}

function passed(results: readonly boolean[]): number {
  return results.filter(Boolean).length;
}
