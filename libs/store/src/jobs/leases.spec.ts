import { eachJobTable } from '../../test/each-job-table';
import { jobRows, LEASE, NotedJobs } from '../../test/jobs';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import type { JobTables } from './jobs.table';

eachJobTable((empty) => {
  let database: Database<JobTables>;
  let clock: ManualClock;

  beforeEach(async () => void ({ database, clock } = await empty()));

  it('run so many at once', async () => {
    const jobs = new NotedJobs(database, { clock, concurrency: 2 });
    let started = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    jobs.handle('deliver', async () => {
      most = Math.max(most, ++started);
      await new Promise<void>((resolve) => ends.push(resolve));
      started--;
    });
    for (let index = 0; index < 5; index++) await jobs.enqueue(index);
    const running = jobs.runDue();
    await clock.sleeping(2);
    await jobs.runDue();
    for (const end of ends) end();
    await running;
    expect(most).toBe(2);
    expect((await jobRows(database)).filter(({ state }) => state === 'WAITING')).toHaveLength(3);
  });

  it('with the same key run one at a time, in their order', async () => {
    const jobs = new NotedJobs(database, { clock, concurrency: 10 });
    const log: string[] = [];
    jobs.handle<string>('deliver', async ({ input, attempt }) => {
      log.push(input);
      if (input === 'a1' && attempt === 1) throw new Error('not yet');
    });
    for (const input of ['a1', 'a2', 'b1', 'a3', 'b2']) await jobs.enqueue(input, input.slice(0, 1));
    await jobs.runDue();
    expect(log.splice(0).sort()).toEqual(['a1', 'b1']);
    await jobs.runDue();
    expect(log.splice(0)).toEqual(['b2']);
    clock.advance(1_000);
    for (let run = 0; run < 3; run++) await jobs.runDue();
    expect(log).toEqual(['a1', 'a2', 'a3']);
  });

  it('are not claimed by another while their lease holds, and are afterwards', async () => {
    const slow = new NotedJobs(database); // does not see time pass
    const quick = new NotedJobs(database, { clock });
    const [slowly, quickly] = [slow.holdDeliveries(), quick.holdDeliveries()];
    await slow.enqueue(1);
    const slowRun = slow.runDue();
    await slowly.started;
    clock.advance(LEASE - 1);
    await quick.runDue();
    expect(await jobRows(database)).toMatchObject([{ attempts: 1 }]);
    clock.advance(1);
    const quickRun = quick.runDue();
    await quickly.started;
    slowly.end();
    await slowRun;
    expect(await jobRows(database)).toMatchObject([{ state: 'WAITING', attempts: 2 }]);
    expect(slow.logged).toEqual(['A job was claimed by another before its outcome was written.']);
    quickly.end();
    await quickRun;
    expect(await jobRows(database)).toMatchObject([{ state: 'DONE', attempts: 2 }]);
  });

  it('that hang fail when their lease is over, and are told so', async () => {
    const jobs = new NotedJobs(database, { clock });
    let signal: AbortSignal | undefined;
    jobs.handle('deliver', (job) => {
      signal = job.signal;
      return new Promise(() => undefined);
    });
    await jobs.enqueue(1);
    const running = jobs.runDue();
    await clock.sleeping();
    clock.advance(LEASE);
    await running;
    expect(signal?.aborted).toBe(true);
    expect(await jobRows(database)).toMatchObject([
      { state: 'WAITING', last_error: expect.stringContaining('lease was over') },
    ]);
  });
});
