import { onPostgres } from '@trunkline/testing';
import { NotedJobs } from '../../test/jobs';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { jobMigrations, type JobTables } from './jobs.table';

const KEYS = 20;
const JOBS = 300;

interface Delivery {
  readonly account: number;
  readonly position: number;
}

onPostgres((place) => {
  const databases: Database<JobTables>[] = [];

  beforeAll(async () => {
    for (const instance of ['one', 'two']) {
      databases.push(await openDatabase<JobTables>({ ...place(), name: 'outage', instance }));
    }
    await Promise.all(databases.map((database) => migrate(database, jobMigrations)));
  });
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  it('are done once each, and in the order of their keys, by two instances', async () => {
    const instances = databases.map((database) => new NotedJobs(database, { concurrency: 10 }));
    const delivered: Delivery[] = [];
    const running = new Set<number>();
    let overlaps = 0;
    const allDelivered = new Promise<void>((resolve) => {
      for (const jobs of instances) {
        jobs.handle<Delivery>('deliver', async ({ input }) => {
          if (running.has(input.account)) overlaps++;
          running.add(input.account);
          await new Promise((next) => setImmediate(next));
          running.delete(input.account);
          if (delivered.push(input) === JOBS) resolve();
        });
      }
    });
    for (let position = 0; position < JOBS / KEYS; position++) {
      const deliveries = Array.from({ length: KEYS }, (_, account) => ({ account, position }));
      const [jobs] = instances as [NotedJobs];
      await databases[0]?.groupCommit.write(
        deliveries.map((delivery) => jobs.item('deliver', delivery, { key: `${delivery.account}` })),
      );
    }
    await Promise.all(instances.map((jobs) => jobs.start()));
    await allDelivered;
    await Promise.all(instances.map((jobs) => jobs.stop()));

    expect(overlaps).toBe(0);
    const inOrder = Array.from({ length: JOBS / KEYS }, (_, position) => position);
    for (let account = 0; account < KEYS; account++) {
      expect(delivered.filter((one) => one.account === account).map(({ position }) => position)).toEqual(
        inOrder,
      );
    }
    const rows = await databases[0]?.query
      .selectFrom('job')
      .select(['state', 'attempts', 'instance'])
      .execute();
    expect(rows?.every(({ state, attempts }) => state === 'DONE' && attempts === 1)).toBe(true);
    expect(new Set(rows?.map(({ instance }) => instance))).toEqual(new Set(['one', 'two']));
  });
});
