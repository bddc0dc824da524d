import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { NotedJobs } from '../../test/jobs';
import { again, LEASE, newMessage, newSettlement } from '../../test/messages';
import { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { Journal } from '../journal/journal';
import { journalMigrations } from '../journal/journal.table';
import { jobMigrations } from '../jobs/jobs.table';
import { SqliteThread } from './sqlite.thread';
import type { SqliteStatement } from './sqlite.worker.mts';

describe('the statements of journal and jobs', () => {
  const clock = new ManualClock();
  let folder: string;
  let database: Database<object>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
    database = await openDatabase({ url: undefined, folder, name: 'plans', instance: 'one' });
    await migrate(database, [...journalMigrations, ...jobMigrations]);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  /** Every verb, once. */
  async function useJournal(): Promise<void> {
    const journal = new Journal(database, { lease: LEASE, clock });
    const message = newMessage();
    await journal.accept(message);
    await journal.settle(message.id, newSettlement({ state: 'FAILED' }));
    await journal.accept(again(message));
    await new Journal(database, { lease: LEASE, clock }).recover();
    await database.groupCommit.write([journal.reopenItem(message.id)]);
    await journal.countInDoubt();
    await journal.purge(new Date(clock.now()), 10);
  }

  async function useJobs(): Promise<void> {
    const jobs = new NotedJobs(database, { clock });
    jobs.handle('deliver', () => Promise.resolve());
    await jobs.enqueue(1, 'account');
    await jobs.runDue();
    await jobs.start();
    await jobs.stop();
    await jobs.count();
    await jobs.purge(new Date(clock.now()), 10);
  }

  async function planOf({ sql, rows: [row] }: SqliteStatement): Promise<string> {
    const explain = CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...(row ?? [])]);
    const { rows } = await database.query.executeQuery<{ detail: string }>(explain);
    return rows.map(({ detail }) => `${detail}\n`).join('');
  }

  it('find their rows by an index: the tables grow to millions', async () => {
    const run = jest.spyOn(SqliteThread.prototype, 'run');
    await useJournal();
    await useJobs();
    const statements = run.mock.calls.flatMap(([asked]) => asked);
    run.mockRestore();
    expect(statements.length).toBeGreaterThan(12);
    for (const statement of statements) {
      const plan = await planOf(statement);
      if (/SCAN (journal|job|earlier)\n/.test(plan)) throw new Error(`${plan}${statement.sql}`);
    }
  });
});
