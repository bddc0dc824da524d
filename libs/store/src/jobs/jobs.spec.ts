import { sql } from 'kysely';
import { eachJobTable } from '../../test/each-job-table';
import { HOUR, jobRows, NotedJobs } from '../../test/jobs';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import type { Job } from './job';
import type { JobTables } from './jobs.table';
import { JobFailure } from './job';

eachJobTable((empty) => {
  let database: Database<JobTables>;
  let clock: ManualClock;

  beforeEach(async () => void ({ database, clock } = await empty()));

  it('are done once', async () => {
    const jobs = new NotedJobs(database, { clock });
    const seen: Job<unknown>[] = [];
    jobs.handle('deliver', async (job) => void seen.push(job));
    await jobs.enqueue({ to: 'midas' });
    await jobs.runDue();
    await jobs.runDue();
    expect(seen).toMatchObject([{ kind: 'deliver', key: null, input: { to: 'midas' }, attempt: 1 }]);
    expect(await jobRows(database)).toMatchObject([
      { state: 'DONE', attempts: 1, settled_at: '2026-03-01T12:00:00.000Z' },
    ]);
    expect(jobs.events).toEqual(['enqueued deliver', 'succeeded deliver']);
  });

  it('stand and fall with the transaction that they are enqueued in', async () => {
    const jobs = new NotedJobs(database, { clock });
    const work = database.transaction(async (trx) => {
      await database.writeIn(trx, [jobs.item('deliver', 1)]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await jobRows(database)).toEqual([]);
    await database.transaction((trx) => database.writeIn(trx, [jobs.item('deliver', 2)]));
    expect(await jobRows(database)).toMatchObject([{ input: '2', state: 'WAITING' }]);
    expect(jobs.events).toEqual(['enqueued deliver']);
  });

  it('are left to others when there is no handler for their kind', async () => {
    const jobs = new NotedJobs(database, { clock });
    await jobs.enqueue(1);
    await jobs.runDue();
    jobs.handle('other', async () => undefined);
    await jobs.runDue();
    expect(await jobRows(database)).toMatchObject([{ state: 'WAITING', attempts: 0 }]);
  });

  it('have one handler a kind', () => {
    const jobs = new NotedJobs(database, { clock });
    jobs.handle('deliver', async () => undefined);
    expect(() => jobs.handle('deliver', async () => undefined)).toThrow('have a handler already');
  });

  it('are tried again, later and later', async () => {
    const jobs = new NotedJobs(database, { clock });
    const attempts: number[] = [];
    jobs.handle('deliver', async ({ attempt }) => {
      attempts.push(attempt);
      throw new Error(`attempt ${attempt}`);
    });
    await jobs.enqueue(1);
    for (const delay of [1_000, 2_000, 4_000]) {
      await jobs.runDue();
      const before = attempts.length;
      clock.advance(delay - 1);
      await jobs.runDue();
      expect(attempts).toHaveLength(before);
      clock.advance(1);
    }
    expect(attempts).toEqual([1, 2, 3]);
    expect(await jobRows(database)).toMatchObject([
      { state: 'WAITING', last_error: 'attempt 3', lease_until: null },
    ]);
    expect(jobs.events.slice(1)).toEqual(['retried deliver', 'retried deliver', 'retried deliver']);
  });

  it('end as dead letters that keep everything', async () => {
    const jobs = new NotedJobs(database, { clock, giveUpAfter: 2_500 });
    jobs.handle('deliver', () => Promise.reject(new Error('refused')));
    await jobs.enqueue({ to: 'midas' }, 'account');
    await jobs.runDue();
    clock.advance(1_000);
    await jobs.runDue();
    clock.advance(HOUR);
    await jobs.runDue();
    expect(await jobRows(database)).toMatchObject([
      {
        state: 'DEAD',
        input: '{"to":"midas"}',
        order_key: 'account',
        attempts: 2,
        last_error: 'refused',
      },
    ]);
    expect(jobs.events).toEqual(['enqueued deliver', 'retried deliver', 'dead deliver']);
    expect(jobs.logged.at(-1)).toBe('A job is given up.');
    expect(await jobs.count()).toEqual([{ kind: 'deliver', state: 'DEAD', count: 1 }]);
  });

  it('are done once more when an operator says so, as deploy/README.md has it', async () => {
    const jobs = new NotedJobs(database, { clock, giveUpAfter: 0 });
    const handler = jest.fn(() => Promise.reject(new Error('refused')));
    jobs.handle('deliver', handler);
    await jobs.enqueue(1);
    await jobs.runDue();
    const { id } = (await jobRows(database))[0]!;
    await sql`UPDATE job SET state = 'WAITING', settled_at = NULL WHERE id = ${id} AND state = 'DEAD'`.execute(
      database.query,
    );
    handler.mockResolvedValueOnce(undefined as never);
    await jobs.runDue();
    expect(await jobRows(database)).toMatchObject([{ id, state: 'DONE', attempts: 2 }]);
  });

  it.each([
    ['tried again', HOUR],
    ['given up', 0],
  ])('are %s with words for the log, and others for who looks into the row', async (_what, giveUpAfter) => {
    const details: object[] = [];
    const note = (detail: object): void => void details.push(detail);
    const jobs = new NotedJobs(database, { clock, giveUpAfter, log: { warn: note, error: note } });
    jobs.handle('deliver', () => Promise.reject(new JobFailure('declined', 'the line of Pat is locked')));
    await jobs.enqueue(1);
    await jobs.runDue();
    expect(await jobRows(database)).toMatchObject([{ last_error: 'the line of Pat is locked' }]);
    expect(details).toMatchObject([{ reason: 'declined' }]);
    expect(JSON.stringify(details)).not.toContain('Pat');
  });

  it('are counted beside a transaction that is under way', async () => {
    const jobs = new NotedJobs(database, { clock });
    await jobs.enqueue(1);
    await jobs.enqueue(2);
    const counted = await database.transaction(() => jobs.count());
    expect(counted).toEqual([{ kind: 'deliver', state: 'WAITING', count: 2 }]);
  });

  it('are purged when they are done', async () => {
    const jobs = new NotedJobs(database, { clock, giveUpAfter: 0 });
    jobs.handle<string>('deliver', ({ input }) =>
      input === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    for (const input of ['a', 'b', 'bad', 'c']) await jobs.enqueue(input);
    await jobs.runDue();
    await jobs.enqueue('waiting');
    clock.advance(1);
    expect(await jobs.purge(new Date(clock.now()), 2)).toBe(3);
    expect((await jobRows(database)).map(({ state }) => state)).toEqual(['DEAD', 'WAITING']);
  });
});
