import { onPostgres } from '../../test/databases';
import { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { Jobs } from './jobs';
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

  function newJobs(database: Database<JobTables>): Jobs {
    const ignore = (): void => undefined;
    return new Jobs(database, {
      log: { warn: ignore, error: ignore },
      events: { enqueued: ignore, succeeded: ignore, retried: ignore, dead: ignore },
      concurrency: 10,
      lease: 60_000,
      pollInterval: 1_000,
      giveUpAfter: 60_000,
      clock: new ManualClock(),
    });
  }

  it('are done once each, and in the order of their keys, by two instances', async () => {
    const instances = databases.map(newJobs);
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
      const [jobs] = instances as [Jobs];
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
