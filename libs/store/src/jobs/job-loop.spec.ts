import { eachJobTable } from '../../test/each-job-table';
import { jobRows, NotedJobs } from '../../test/jobs';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import type { JobTables } from './jobs.table';

eachJobTable((empty) => {
  let database: Database<JobTables>;
  let clock: ManualClock;

  beforeEach(async () => void ({ database, clock } = await empty()));

  describe('jobs, once started,', () => {
    it('are done as soon as they are enqueued', async () => {
      const jobs = new NotedJobs(database, { clock });
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      await jobs.enqueue('at once');
      expect(await done).toBe('at once');
      await jobs.stop();
      expect(await jobRows(database)).toMatchObject([{ state: 'DONE' }]);
    });

    it('are found by polling when another process enqueued them', async () => {
      const jobs = new NotedJobs(database, { clock });
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      await new NotedJobs(database, { clock }).enqueue('later');
      clock.advance(1_000);
      expect(await done).toBe('later');
      await jobs.stop();
    });

    it('give their leases back when they are stopped', async () => {
      const jobs = new NotedJobs(database, { clock });
      const started = new Promise<void>((resolve) => {
        jobs.handle('deliver', ({ signal }) => {
          resolve();
          return new Promise((_done, reject) =>
            signal.addEventListener('abort', () => reject(new Error('stopped'))),
          );
        });
      });
      await jobs.enqueue(1);
      await jobs.start();
      await started;
      await jobs.stop();
      expect(await jobRows(database)).toMatchObject([
        { state: 'WAITING', lease_until: null, last_error: null },
      ]);
      expect(jobs.events).toEqual(['enqueued deliver']);
    });

    it('are done again that a killed process had: at once in a file, which no other has', async () => {
      const killed = new NotedJobs(database);
      const held = killed.holdDeliveries();
      await killed.enqueue(1);
      const run = killed.runDue();
      await held.started;
      const jobs = new NotedJobs(database, { clock });
      jobs.handle('deliver', () => Promise.resolve());
      await jobs.start();
      await clock.sleeping();
      await jobs.stop();
      const again = { state: 'DONE', attempts: 2 };
      expect(await jobRows(database)).toMatchObject([database.engine === 'sqlite' ? again : { attempts: 1 }]);
      held.end();
      await run;
    });

    it('go on when the database was away', async () => {
      const jobs = new NotedJobs(database, { clock });
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      const sleep = jest.spyOn(clock, 'sleep');
      for (const _time of ['once', 'twice']) {
        await database.query.schema.alterTable('job').renameTo('away').execute();
        clock.advance(1_000);
        await clock.sleeping();
        await database.query.schema.alterTable('away').renameTo('job').execute();
        clock.advance(1_000);
        await clock.sleeping();
      }
      expect(jobs.logged).toEqual(Array(2).fill('Jobs cannot be claimed; trying again.'));
      // Of the first failure in a row it is the first delay.
      expect(sleep.mock.calls.map(([delay]) => delay)).toEqual(Array(4).fill(1_000));
      await new NotedJobs(database, { clock }).enqueue(1);
      clock.advance(1_000);
      expect(await done).toBe(1);
      await jobs.stop();
    });
  });
});
