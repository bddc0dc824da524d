import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '@trunkline/store';
import { bundle, eachDatabase, killUnderLoad, ServiceProcess, settingsOf } from '@trunkline/testing';
import { cmpMigrations } from '../src/store/cmp.migrations';
import type { CmpTables } from '../src/store/cmp.tables';
import { creation, type Outcome, send } from './cmp-client';

const rounds = 6;
const inForce = 'CMP2009 serviceCode';

eachDatabase((place) => {
  let main: string;

  const open = (): Promise<Database<CmpTables>> =>
    openDatabase({ ...place(), name: 'cmp-services', instance: 'test' });

  const start = (): Promise<ServiceProcess> => ServiceProcess.start(main, settingsOf(place()));

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-cmp-services.ts'), 'crash-cmp-services');
    const database = await open();
    await migrate(database, cmpMigrations);
    const entry = { level: 'SUBSCRIPTION' as const, code: 'SPREMC', description: 'Premium Connection' };
    const always = { effective_from: 0, effective_to: 99_991_231 };
    const prices = { default_price: null, minimum_price: null, maximum_price: null };
    await database.query
      .insertInto('catalogue_entry')
      .values({ ...entry, ...always, ...prices })
      .execute();
    await database.query.insertInto('customer').values({ level: 'SUBSCRIPTION', number: '2' }).execute();
    await database.close();
  }, 60_000);

  it(`has every service that it answered for, once, through ${rounds} kills under load`, async () => {
    const { sent, answered } = await killUnderLoad(
      rounds,
      start,
      async (url, number) => (await createOn(url, dayAfter2000(number))).status === 200,
    );
    const refused = await sendAgain(sent);
    expect([...answered].map(dayAfter2000).filter((day) => !refused.has(day))).toEqual([]);
    expect(await days()).toEqual(Array.from({ length: sent }, (_, at) => dayAfter2000(at)));
  }, 120_000);

  /** Those that are there are refused; those that were lost without an answer are created now. */
  async function sendAgain(count: number): Promise<ReadonlySet<string>> {
    const refused = new Set<string>();
    const service = await start();
    for (let at = 0; at < count; at++) {
      const day = dayAfter2000(at);
      const { status, errors } = await createOn(service.url, day);
      if (errors.includes(inForce)) refused.add(day);
      else expect(status).toBe(200);
    }
    await service.stop();
    return refused;
  }

  /** The day of each service that there is. */
  async function days(): Promise<string[]> {
    const database = await open();
    const rows = await database.query.selectFrom('created_service').select('effective_date').execute();
    await database.close();
    return rows.map((row) => row.effective_date).sort();
  }
});

function createOn(url: string, day: string): Promise<Outcome> {
  return send(url, creation({ effectiveDate: day, expiryDate: day }));
}

/** A day for each message, on which no other is in force. */
function dayAfter2000(count: number): string {
  return new Date(Date.UTC(2000, 0, 1 + count)).toISOString().slice(0, 10);
}
