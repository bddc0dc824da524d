import { sql } from 'kysely';
import { eachDatabase, onPostgres } from '@trunkline/testing';
import { journalMigrations } from '../journal/journal.table';
import { jobMigrations } from '../jobs/jobs.table';
import type { Database } from './database';
import { migrate, type Migration } from './migrate';
import { openDatabase } from './open-database';

function table(name: string): Migration {
  return {
    name,
    up: async (trx) => void (await sql`CREATE TABLE ${sql.table(name)} (id text)`.execute(trx)),
  };
}

eachDatabase((place) => {
  const databases: Database<unknown>[] = [];
  const open = async (name: string): Promise<Database<unknown>> => {
    const database = await openDatabase({ ...place(), name, instance: `${databases.length}` });
    databases.push(database);
    return database;
  };
  const applied = async ({ query }: Database<unknown>) => {
    const { rows } = await sql<{
      name: string;
    }>`SELECT name FROM migration ORDER BY applied_at, name`.execute(query);
    return rows.map(({ name }) => name);
  };
  afterEach(() => Promise.all(databases.splice(0).map((database) => database.close())));

  it('runs each migration once', async () => {
    const database = await open('once');
    await migrate(database, [...journalMigrations, ...jobMigrations, table('a')]);
    await migrate(database, [...journalMigrations, ...jobMigrations, table('a'), table('b')]);
    expect((await applied(database)).sort()).toEqual(['a', 'b', 'jobs-0001', 'journal-0001']);
  });

  it('runs them in the order of the list, also one that is put in before others later', async () => {
    const database = await open('order');
    const order: string[] = [];
    const recording = (name: string): Migration => ({ name, up: async () => void order.push(name) });
    await migrate(database, [recording('b'), recording('a')]);
    await migrate(database, [recording('c'), recording('b'), recording('a')]);
    expect(order).toEqual(['b', 'a', 'c']);
  });

  it('changes nothing when one of them fails', async () => {
    const database = await open('fails');
    const broken: Migration = { name: 'broken', up: () => Promise.reject(new Error('no')) };
    await expect(migrate(database, [table('a'), broken])).rejects.toThrow('no');
    await migrate(database, [table('a')]);
    expect(await applied(database)).toEqual(['a']);
  });

  it('refuses a database of a newer version', async () => {
    const database = await open('newer');
    await migrate(database, [table('a'), table('b')]);
    await expect(migrate(database, [table('a')])).rejects.toThrow(
      'the migration b, which this version does not know',
    );
  });

  it('keeps the tables of two services apart', async () => {
    const [one, two] = [await open('service-one'), await open('service-two')];
    await migrate(one, [table('a')]);
    await migrate(two, [table('a')]);
    expect([await applied(one), await applied(two)]).toEqual([['a'], ['a']]);
  });
});

onPostgres((place) => {
  it('runs once when several instances start at once', async () => {
    const instances = ['one', 'two', 'three', 'four'];
    const databases = await Promise.all(
      instances.map((instance) => openDatabase({ ...place(), name: 'at-once', instance })),
    );
    let runs = 0;
    const counting: Migration = { name: 'counting', up: async () => void runs++ };
    await Promise.all(databases.map((database) => migrate(database, [...journalMigrations, counting])));
    await Promise.all(databases.map((database) => database.close()));
    expect(runs).toBe(1);
  });
});
