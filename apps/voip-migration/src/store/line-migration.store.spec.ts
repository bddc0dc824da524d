import { Fault } from '@trunkline/faults';
import type { Clock } from '@trunkline/service';
import {
  type Database,
  jobMigrations,
  Jobs,
  Journal,
  journalMigrations,
  MessageTakenOver,
} from '@trunkline/store';
import { eachMigrated, FixedClock, fixedNow, plansOf } from '@trunkline/testing';
import { DoubtStore, type Orphan } from './doubt.store';
import { type AskedMigration, settlementKind } from './line-migration';
import { LineMigrationStore } from './line-migration.store';
import { databaseMigrations, type VoipMigrationTables } from './line-migration.table';

const operation = 'CreateVOIPMigrationWorkOrder';
const day = 24 * 3_600_000;
const declined = new Fault('IcomsWorkOrderOpen', { text: 'WO-OPEN' });

function asked(id: string, telephoneNumber = `44${id}`): AskedMigration {
  const account = { accountNumber: '104118503', siteReference: 26 };
  return {
    id,
    telephoneNumber,
    ...account,
    originatorUri: 'urn:example:portal',
    conversationId: `conversation-${id}`,
  };
}

const tables = [...journalMigrations, ...jobMigrations, ...databaseMigrations];

eachMigrated<VoipMigrationTables>(tables, (migrated) => {
  let database: Database<VoipMigrationTables>;
  let journal: Journal;
  let jobs: Jobs;
  let migrations: LineMigrationStore;
  let doubts: DoubtStore;

  beforeAll(() => {
    database = migrated();
    const quiet = { warn: () => undefined, error: () => undefined };
    const uncounted = {
      enqueued: () => undefined,
      succeeded: () => undefined,
      retried: () => undefined,
      dead: () => undefined,
    };
    const settings = { concurrency: 1, lease: 1000, pollInterval: 1000, giveUpAfter: 1000 };
    jobs = new Jobs(database, { log: quiet, events: uncounted, ...settings });
    migrations = new LineMigrationStore(database, new FixedClock());
  });

  beforeEach(async () => {
    for (const table of ['line_migration', 'journal', 'job'] as const)
      await database.query.deleteFrom(table).execute();
    // A lease that is over at once: what recover() does not find running, it takes for lost.
    journal = new Journal(database, { lease: -1 });
    doubts = new DoubtStore(database, journal, new FixedClock());
  });

  const accept = (id: string) =>
    journal.accept({
      ...{ id, operation, conversationId: 'c', requestId: 'r', fingerprint: id },
      ...{ sender: 'urn:example:crm', messageId: id },
    });

  /** The messages that are accepted now are those of an instance that is gone. */
  const lose = async () => {
    const next = new Journal(database, { lease: 60_000 });
    await next.recover();
  };
  const stateOf = async (id: string) => (await journal.find(id))?.state;
  const begin = async (id: string, telephoneNumber?: string) => {
    await accept(id);
    return migrations.begin(asked(id, telephoneNumber));
  };

  describe('a migration', () => {
    it('is kept before it is sent, without an outcome', async () => {
      expect(await begin('1')).toEqual({ ...asked('1'), sentAt: fixedNow.toISOString() });
      expect(await migrations.findSettled('1')).toBeUndefined();
    });

    it.each([
      ['its number', { orderNumber: '7' }],
      ['why there is none', { fault: declined }],
      ['that, without words', { fault: new Fault('UnexpectedError') }],
    ])('is kept with %s', async (_what, outcome) => {
      await begin('1');
      await migrations.settle('1', outcome);
      const settled = await migrations.findSettled('1');
      expect(settled).toMatchObject(asked('1'));
      const { fault } = (settled?.outcome ?? {}) as { fault?: Fault };
      expect(fault ? { fault: [fault.faultName, fault.text] } : settled?.outcome).toEqual(
        'fault' in outcome ? { fault: [outcome.fault.faultName, outcome.fault.text] } : outcome,
      );
    });

    it('may be begun again when its message is tried again', async () => {
      await begin('1');
      expect(await migrations.begin(asked('1'))).toMatchObject(asked('1'));
    });

    it('may not be begun when its message was taken for lost', async () => {
      await accept('1');
      await lose();
      await expect(migrations.begin(asked('1'))).rejects.toThrow(MessageTakenOver);
      await expect(migrations.begin(asked('unheard of'))).rejects.toThrow(MessageTakenOver);
    });

    it('may not be begun when another instance has its message by now', async () => {
      await accept('1');
      await database.query.updateTable('journal').set({ instance: 'another' }).execute();
      await expect(migrations.begin(asked('1'))).rejects.toThrow(MessageTakenOver);
    });
  });

  describe('the latest of a line', () => {
    it('is the last that was sent of those that are known', async () => {
      for (const id of ['1', '2', '3']) await begin(id, '44');
      await begin('4', '55');
      await migrations.settle('2', { orderNumber: '20' });
      await migrations.settle('1', { orderNumber: '10' });
      await migrations.settle('4', { orderNumber: '40' });
      expect(await migrations.findLatest('44')).toMatchObject({ id: '2', outcome: { orderNumber: '20' } });
    });

    it.each([
      ['was known before, as the consumer asked for', ['1', '2'], '2'],
      ['is known only now', ['2', '1'], '1'],
    ])('is one that met an open work order only where that %s', async (_what, settled, latest) => {
      let now = fixedNow.getTime();
      const ticking = new LineMigrationStore(database, { now: () => new Date(now++) } as Clock);
      for (const id of ['1', '2']) await begin(id, '44');
      const outcomes = { '1': { orderNumber: '10' }, '2': { fault: declined } };
      for (const id of settled as ('1' | '2')[]) await ticking.settle(id, outcomes[id]);
      expect(await ticking.findLatest('44')).toMatchObject({ id: latest });
    });

    it('is none where nothing is known', async () => {
      await begin('1', '44');
      expect(await migrations.findLatest('44')).toBeUndefined();
    });
  });

  describe('what was lost', () => {
    it('without an intention may be tried again', async () => {
      await accept('1');
      await begin('2');
      await lose();
      expect(await doubts.reopenUnsent(operation)).toBe(1);
      expect([await stateOf('1'), await stateOf('2')]).toEqual(['FAILED', 'IN_DOUBT']);
      expect(await doubts.reopenUnsent('AnotherOperation')).toBe(0);
    });

    it('with an intention is an orphan in doubt, with an outcome one that is known', async () => {
      await begin('1');
      await begin('2');
      await migrations.settle('2', { orderNumber: '20' });
      await lose();
      const orphans = (await doubts.orphans()).sort((one, other) => one.id.localeCompare(other.id));
      expect(orphans).toMatchObject([
        { ...asked('1'), inDoubt: true },
        { ...asked('2'), inDoubt: false },
      ]);
    });

    it('is none while its message runs', async () => {
      await begin('1');
      expect(await doubts.orphans()).toEqual([]);
    });

    it.each([
      ['in doubt', false, { state: 'IN_DOUBT', doubted: true }],
      ['known', true, { state: 'FAILED', doubted: false }],
    ])('is given to one job, whoever else tries: %s', async (_what, known, expected) => {
      await begin('1');
      if (known) await migrations.settle('1', { orderNumber: '10' });
      await lose();
      const [orphan] = (await doubts.orphans()) as [Orphan];
      const other = new DoubtStore(database, journal, new FixedClock());
      const handOver = (store: DoubtStore) =>
        store.handOver(orphan, jobs.item(settlementKind, {}, { key: '1' }));
      expect((await Promise.all([doubts, other].map(handOver))).sort()).toEqual([false, true]);
      expect(await handOver(doubts)).toBe(false);
      expect(await jobs.count()).toMatchObject([{ state: 'WAITING', count: 1 }]);
      expect({ state: await stateOf('1'), doubted: await doubts.has('1') }).toEqual(expected);
      expect(await doubts.orphans()).toEqual([]);
    });
  });

  describe('a doubt', () => {
    const doubt = async (id: string) => {
      await begin(id);
      await lose();
      await database.groupCommit.write([doubts.doubt(id)]);
    };

    it('is settled with what was found, and its message may come again', async () => {
      await doubt('1');
      await doubts.settle('1', { orderNumber: '10' });
      expect(await migrations.findSettled('1')).toMatchObject({ outcome: { orderNumber: '10' } });
      expect([await doubts.has('1'), await stateOf('1')]).toEqual([false, 'FAILED']);
    });

    it('gives way to what ICOMS answered, however late', async () => {
      await doubt('1');
      await migrations.settle('1', { orderNumber: '10' });
      await doubts.settle('1', { fault: declined });
      expect(await migrations.findSettled('1')).toMatchObject({ outcome: { orderNumber: '10' } });
    });

    it('is not cast on what is known', async () => {
      await begin('1');
      await migrations.settle('1', { orderNumber: '10' });
      await database.groupCommit.write([doubts.doubt('1')]);
      expect(await doubts.has('1')).toBe(false);
    });
  });

  it('forgets what is old, but for what a job still has to do', async () => {
    for (const id of ['done', 'waiting', 'dead', 'new']) await begin(id);
    const age = async (ids: string[], days: number) => {
      const sent_at = new Date(fixedNow.getTime() - days * day).toISOString();
      await database.query.updateTable('line_migration').set({ sent_at }).where('id', 'in', ids).execute();
    };
    await age(['done', 'waiting', 'dead'], 91);
    await age(['new'], 89);
    const items = ['dead', 'waiting'].map((key) => jobs.item(settlementKind, {}, { key }));
    await database.groupCommit.write(items);
    await database.query.updateTable('job').set({ state: 'DEAD' }).where('order_key', '=', 'dead').execute();
    expect(await migrations.purge(90)).toBe(1);
    const left = await database.query.selectFrom('line_migration').select('id').execute();
    expect(left.map(({ id }) => id).sort()).toEqual(['dead', 'new', 'waiting']);
  });

  it('forgets all that is old, however much', async () => {
    const row = {
      ...{ telephone_number: '44', account_number: '104118503', site_reference: 26 },
      ...{ originator_uri: 'urn:example:portal', conversation_id: 'c', state: 'CREATED' as const },
      sent_at: new Date(fixedNow.getTime() - 91 * day).toISOString(),
    };
    const rows = Array.from({ length: 2_500 }, (_, id) => ({ id: String(id), ...row }));
    for (let start = 0; start < rows.length; start += 500)
      await database.query
        .insertInto('line_migration')
        .values(rows.slice(start, start + 500))
        .execute();
    expect(await migrations.purge(90)).toBe(2_500);
  });

  it('finds its rows by an index: the tables grow to millions', async () => {
    if (database.engine !== 'sqlite') return;
    const plans = await plansOf(database, async (noted) => {
      const [lines, inDoubt] = [
        new LineMigrationStore(noted, new FixedClock()),
        new DoubtStore(noted, journal, new FixedClock()),
      ];
      await lines.findSettled('1');
      await lines.findLatest('44');
      await lines.purge(90);
      await inDoubt.has('1');
      await inDoubt.orphans();
      await inDoubt.reopenUnsent(operation);
    });
    expect(plans).toHaveLength(6);
    expect(plans.filter((plan) => /SCAN (journal|line_migration|job)$/m.test(plan))).toEqual([]);
  });
});
