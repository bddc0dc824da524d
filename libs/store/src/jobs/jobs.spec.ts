import { eachDatabase } from '../../test/databases';
import { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import type { Job } from './job';
import { Jobs, type JobsOptions } from './jobs';
import { jobMigrations, type JobTables } from './jobs.table';

const LEASE = 60_000;
const HOUR = 3_600_000;

eachDatabase((place) => {
  let database: Database<JobTables>;
  let clock: ManualClock;
  let events: string[];
  let logged: string[];

  beforeAll(async () => {
    database = await openDatabase<JobTables>({ ...place(), name: 'outage', instance: 'one' });
    await migrate(database, jobMigrations);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.query.deleteFrom('job').execute();
    clock = new ManualClock();
    events = [];
    logged = [];
  });

  function newJobs(options: Partial<JobsOptions> = {}): Jobs {
    const note = (event: string) => (kind: string) => void events.push(`${event} ${kind}`);
    const log = (_details: object, message: string) => void logged.push(message);
    return new Jobs(database, {
      log: { warn: log, error: log },
      events: {
        enqueued: note('enqueued'),
        succeeded: note('succeeded'),
        retried: note('retried'),
        dead: note('dead'),
      },
      concurrency: 4,
      lease: LEASE,
      pollInterval: 1_000,
      giveUpAfter: HOUR,
      clock,
      random: () => 0,
      ...options,
    });
  }

  const enqueue = (jobs: Jobs, input: unknown, key: string | null = null) =>
    database.groupCommit.write([jobs.item('deliver', input, { key })]);
  const rows = () => database.query.selectFrom('job').selectAll().orderBy('sequence').execute();

  /** Has the handler wait until it is told to end. */
  function held(jobs: Jobs): { readonly started: Promise<void>; readonly end: () => void } {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const started = new Promise<void>((tell) => {
      jobs.handle('deliver', () => {
        tell();
        return ended;
      });
    });
    return { started, end };
  }

  it('are done once', async () => {
    const jobs = newJobs();
    const seen: Job<unknown>[] = [];
    jobs.handle('deliver', async (job) => void seen.push(job));
    await enqueue(jobs, { to: 'midas' });
    await jobs.runDue();
    await jobs.runDue();
    expect(seen).toMatchObject([{ kind: 'deliver', key: null, input: { to: 'midas' }, attempt: 1 }]);
    expect(await rows()).toMatchObject([
      { state: 'DONE', attempts: 1, settled_at: '2026-03-01T12:00:00.000Z' },
    ]);
    expect(events).toEqual(['enqueued deliver', 'succeeded deliver']);
  });

  it('stand and fall with the transaction that they are enqueued in', async () => {
    const jobs = newJobs();
    const work = database.transaction(async (trx) => {
      await database.writeIn(trx, [jobs.item('deliver', 1)]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
    await database.transaction((trx) => database.writeIn(trx, [jobs.item('deliver', 2)]));
    expect(await rows()).toMatchObject([{ input: '2', state: 'WAITING' }]);
    expect(events).toEqual(['enqueued deliver']);
  });

  it('are left to others when there is no handler for their kind', async () => {
    const jobs = newJobs();
    await enqueue(jobs, 1);
    await jobs.runDue();
    jobs.handle('other', async () => undefined);
    await jobs.runDue();
    expect(await rows()).toMatchObject([{ state: 'WAITING', attempts: 0 }]);
  });

  it('have one handler a kind', () => {
    const jobs = newJobs();
    jobs.handle('deliver', async () => undefined);
    expect(() => jobs.handle('deliver', async () => undefined)).toThrow('have a handler already');
  });

  it('are tried again, later and later', async () => {
    const jobs = newJobs();
    const attempts: number[] = [];
    jobs.handle('deliver', async ({ attempt }) => {
      attempts.push(attempt);
      throw new Error(`attempt ${attempt}`);
    });
    await enqueue(jobs, 1);
    for (const delay of [1_000, 2_000, 4_000]) {
      await jobs.runDue();
      const before = attempts.length;
      clock.advance(delay - 1);
      await jobs.runDue();
      expect(attempts).toHaveLength(before);
      clock.advance(1);
    }
    expect(attempts).toEqual([1, 2, 3]);
    expect(await rows()).toMatchObject([{ state: 'WAITING', last_error: 'attempt 3', lease_until: null }]);
    expect(events.slice(1)).toEqual(['retried deliver', 'retried deliver', 'retried deliver']);
  });

  it('end as dead letters that keep everything', async () => {
    const jobs = newJobs({ giveUpAfter: 2_500 });
    jobs.handle('deliver', () => Promise.reject(new Error('refused')));
    await enqueue(jobs, { to: 'midas' }, 'account');
    await jobs.runDue();
    clock.advance(1_000);
    await jobs.runDue();
    clock.advance(HOUR);
    await jobs.runDue();
    expect(await jobs.list({ state: 'DEAD', limit: 10 })).toMatchObject([
      { input: '{"to":"midas"}', order_key: 'account', attempts: 2, last_error: 'refused' },
    ]);
    expect(events).toEqual(['enqueued deliver', 'retried deliver', 'dead deliver']);
    expect(logged.at(-1)).toBe('A job is given up.');
    expect(await jobs.count()).toEqual([{ kind: 'deliver', state: 'DEAD', count: 1 }]);
  });

  it('run so many at once', async () => {
    const jobs = newJobs({ concurrency: 2 });
    let started = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    jobs.handle('deliver', async () => {
      most = Math.max(most, ++started);
      await new Promise<void>((resolve) => ends.push(resolve));
      started--;
    });
    for (let index = 0; index < 5; index++) await enqueue(jobs, index);
    const running = jobs.runDue();
    await clock.sleeping(2);
    await jobs.runDue();
    for (const end of ends) end();
    await running;
    expect(most).toBe(2);
    expect((await rows()).filter(({ state }) => state === 'WAITING')).toHaveLength(3);
  });

  it('with the same key run one at a time, in their order', async () => {
    const jobs = newJobs({ concurrency: 10 });
    const log: string[] = [];
    jobs.handle<string>('deliver', async ({ input, attempt }) => {
      log.push(input);
      if (input === 'a1' && attempt === 1) throw new Error('not yet');
    });
    for (const input of ['a1', 'a2', 'b1', 'a3', 'b2']) await enqueue(jobs, input, input.slice(0, 1));
    await jobs.runDue();
    expect(log.splice(0).sort()).toEqual(['a1', 'b1']);
    await jobs.runDue();
    expect(log.splice(0)).toEqual(['b2']);
    clock.advance(1_000);
    for (let run = 0; run < 3; run++) await jobs.runDue();
    expect(log).toEqual(['a1', 'a2', 'a3']);
  });

  it('are not claimed by another while their lease holds, and are afterwards', async () => {
    const slow = newJobs({ clock: new ManualClock() }); // does not see time pass
    const quick = newJobs();
    const [slowly, quickly] = [held(slow), held(quick)];
    await enqueue(slow, 1);
    const slowRun = slow.runDue();
    await slowly.started;
    clock.advance(LEASE - 1);
    await quick.runDue();
    expect(await rows()).toMatchObject([{ attempts: 1 }]);
    clock.advance(1);
    const quickRun = quick.runDue();
    await quickly.started;
    slowly.end();
    await slowRun;
    expect(await rows()).toMatchObject([{ state: 'WAITING', attempts: 2 }]);
    expect(logged).toEqual(['A job was claimed by another before its outcome was written.']);
    quickly.end();
    await quickRun;
    expect(await rows()).toMatchObject([{ state: 'DONE', attempts: 2 }]);
  });

  it('that hang fail when their lease is over, and are told so', async () => {
    const jobs = newJobs();
    let signal: AbortSignal | undefined;
    jobs.handle('deliver', (job) => {
      signal = job.signal;
      return new Promise(() => undefined);
    });
    await enqueue(jobs, 1);
    const running = jobs.runDue();
    await clock.sleeping();
    clock.advance(LEASE);
    await running;
    expect(signal?.aborted).toBe(true);
    expect(await rows()).toMatchObject([
      { state: 'WAITING', last_error: expect.stringContaining('lease was over') },
    ]);
  });

  it('are purged when they are done', async () => {
    const jobs = newJobs({ giveUpAfter: 0 });
    jobs.handle<string>('deliver', ({ input }) =>
      input === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    for (const input of ['a', 'b', 'bad', 'c']) await enqueue(jobs, input);
    await jobs.runDue();
    await enqueue(jobs, 'waiting');
    clock.advance(1);
    expect(await jobs.purge(new Date(clock.now()), 2)).toBe(3);
    expect((await rows()).map(({ state }) => state)).toEqual(['DEAD', 'WAITING']);
  });

  describe('once started', () => {
    it('are done as soon as they are enqueued', async () => {
      const jobs = newJobs();
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      await enqueue(jobs, 'at once');
      expect(await done).toBe('at once');
      await jobs.stop();
      expect(await rows()).toMatchObject([{ state: 'DONE' }]);
    });

    it('are found by polling when another process enqueued them', async () => {
      const jobs = newJobs();
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      await enqueue(newJobs(), 'later');
      clock.advance(1_000);
      expect(await done).toBe('later');
      await jobs.stop();
    });

    it('give their leases back when they are stopped', async () => {
      const jobs = newJobs();
      const started = new Promise<void>((resolve) => {
        jobs.handle('deliver', ({ signal }) => {
          resolve();
          return new Promise((_done, reject) =>
            signal.addEventListener('abort', () => reject(new Error('stopped'))),
          );
        });
      });
      await enqueue(jobs, 1);
      await jobs.start();
      await started;
      await jobs.stop();
      expect(await rows()).toMatchObject([{ state: 'WAITING', lease_until: null, last_error: null }]);
      expect(events).toEqual(['enqueued deliver']);
    });

    it('go on when the database was away', async () => {
      const jobs = newJobs();
      const done = new Promise((resolve) => jobs.handle('deliver', async ({ input }) => resolve(input)));
      await jobs.start();
      await clock.sleeping();
      await database.query.schema.alterTable('job').renameTo('away').execute();
      clock.advance(1_000);
      await clock.sleeping();
      expect(logged).toEqual(['Jobs cannot be claimed; trying again.']);
      await database.query.schema.alterTable('away').renameTo('job').execute();
      await enqueue(newJobs(), 1);
      clock.advance(1_000);
      expect(await done).toBe(1);
      await jobs.stop();
    });
  });
});
