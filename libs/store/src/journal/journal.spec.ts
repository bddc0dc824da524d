import { eachDatabase } from '../../test/databases';
import { timestamp } from '../clock/clock';
import { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { Journal } from './journal';
import { orphanMessage } from './journal.statements';
import { journalMigrations, type JournalTables } from './journal.table';
import type { Message, Settlement } from './message';

const LEASE = 60_000;
/** Who looked before the attempt was known here looks again after so long. */
const POLL = 10;

let ids = 0;
const nextId = () => `message-${++ids}`;

function message(values: Partial<Message> = {}): Message {
  const id = nextId();
  return {
    id,
    operation: 'CreateEventV2',
    sender: 'urn:consumer',
    messageId: id,
    conversationId: 'conversation',
    requestId: 'request',
    fingerprint: 'content',
    effect: 'outside',
    ...values,
  };
}

const again = (earlier: Message, values: Partial<Message> = {}): Message => ({
  ...earlier,
  id: nextId(),
  ...values,
});

function settlement(values: Partial<Settlement> = {}): Settlement {
  return {
    state: 'ANSWERED',
    outcome: 'SUCCESS',
    answer: 'the answer',
    durationMs: 12.4,
    steps: [],
    ...values,
  };
}

eachDatabase((place) => {
  let database: Database<JournalTables>;
  let clock: ManualClock;
  let journal: Journal;

  beforeAll(async () => {
    database = await openDatabase<JournalTables>({ ...place(), name: 'events', instance: 'one' });
    await migrate(database, journalMigrations);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.query.deleteFrom('journal').execute();
    clock = new ManualClock();
    journal = new Journal(database, { lease: LEASE, clock });
  });

  /** What a start after a crash makes of the journal. */
  const restart = () => (journal = new Journal(database, { lease: LEASE, clock }));
  const stateOf = async (id: string) => (await journal.find(id))?.state;

  describe('a message', () => {
    it('is recorded before anything is done for it', async () => {
      const first = message({ businessId: 'business' });
      expect(await journal.accept(first)).toEqual({ state: 'fresh', id: first.id });
      expect(await journal.find(first.id)).toEqual({
        id: first.id,
        operation: 'CreateEventV2',
        sender: 'urn:consumer',
        message_id: first.id,
        conversation_id: 'conversation',
        request_id: 'request',
        business_id: 'business',
        fingerprint: 'content',
        effect: 'outside',
        state: 'RUNNING',
        outcome: null,
        answer: null,
        received_at: '2026-03-01T12:00:00.000Z',
        settled_at: null,
        duration_ms: null,
        steps: null,
        lease_until: '2026-03-01T12:01:00.000Z',
        instance: 'one',
        attempts: 1,
      });
    });

    it('is recorded with its outcome', async () => {
      const first = message();
      await journal.accept(first);
      clock.advance(12);
      await journal.settle(
        first.id,
        settlement({ steps: [{ name: 'icoms', milliseconds: 3, outcome: 'ok' }] }),
      );
      expect(await journal.find(first.id)).toMatchObject({
        state: 'ANSWERED',
        outcome: 'SUCCESS',
        answer: 'the answer',
        settled_at: '2026-03-01T12:00:00.012Z',
        duration_ms: 12,
        steps: '[{"name":"icoms","milliseconds":3,"outcome":"ok"}]',
      });
    });

    it('is settled once', async () => {
      const first = message();
      await journal.accept(first);
      await journal.settle(first.id, settlement());
      await expect(journal.settle(first.id, settlement())).rejects.toThrow('settled already');
    });

    it.each([{ sender: undefined }, { messageId: undefined }])(
      'without %p stands for itself',
      async (values) => {
        const first = message(values);
        await journal.accept(first);
        expect(await journal.accept(again(first))).toMatchObject({ state: 'fresh' });
      },
    );

    it('of another sender is another message', async () => {
      const first = message();
      await journal.accept(first);
      expect(await journal.accept(again(first, { sender: 'urn:other' }))).toMatchObject({ state: 'fresh' });
    });
  });

  describe('a repetition', () => {
    const cases = [
      { of: 'ANSWERED', content: 'content', accepted: { state: 'answered', answer: 'the answer' } },
      { of: 'ANSWERED', content: 'other', accepted: { state: 'conflict' } },
      { of: 'FAILED', content: 'content', accepted: { state: 'fresh' } },
      { of: 'FAILED', content: 'other', accepted: { state: 'conflict' } },
      { of: 'IN_DOUBT', content: 'content', accepted: { state: 'in-doubt' } },
      { of: 'IN_DOUBT', content: 'other', accepted: { state: 'conflict' } },
    ] as const;

    it.each(cases)('of what is $of, with $content: $accepted.state', async ({ of, content, accepted }) => {
      const first = message();
      await journal.accept(first);
      await journal.settle(first.id, settlement({ state: of }));
      expect(await journal.accept(again(first, { fingerprint: content }))).toMatchObject(accepted);
    });

    it('of what is running, with other content, does not wait', async () => {
      const first = message();
      await journal.accept(first);
      expect(await journal.accept(again(first, { fingerprint: 'other' }))).toEqual({ state: 'conflict' });
    });

    it('takes the row of a failed attempt', async () => {
      const first = message();
      await journal.accept(first);
      await journal.settle(first.id, settlement({ state: 'FAILED' }));
      clock.advance(5_000);
      expect(await journal.accept(again(first))).toEqual({ state: 'fresh', id: first.id });
      expect(await journal.find(first.id)).toMatchObject({
        state: 'RUNNING',
        attempts: 2,
        answer: null,
        settled_at: null,
        received_at: '2026-03-01T12:00:00.000Z',
        lease_until: '2026-03-01T12:01:05.000Z',
      });
      await journal.settle(first.id, settlement());
      expect(await journal.accept(again(first))).toEqual({ state: 'answered', answer: 'the answer' });
    });

    it.each(['ANSWERED', 'FAILED', 'IN_DOUBT'] as const)(
      'waits for the answer of what becomes %s',
      async (state) => {
        const first = message();
        await journal.accept(first);
        const waiting = journal.accept(again(first));
        await clock.sleeping();
        await journal.settle(first.id, settlement({ state }));
        expect(await waiting).toEqual({ state: 'answered', answer: 'the answer' });
      },
    );

    it('is in doubt when no answer came before the lease was over', async () => {
      const first = message();
      await journal.accept(first);
      const waiting = journal.accept(again(first));
      await clock.sleeping();
      clock.advance(LEASE);
      expect(await waiting).toEqual({ state: 'in-doubt' });
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
    });

    it('is a further attempt when no answer came and the effect was the own store', async () => {
      const first = message({ effect: 'own-store' });
      await journal.accept(first);
      const waiting = journal.accept(again(first));
      await clock.sleeping();
      clock.advance(LEASE);
      expect(await waiting).toEqual({ state: 'fresh', id: first.id });
    });

    it('is done once, however often it comes at once', async () => {
      const first = message();
      const accepting = Array.from({ length: 200 }, () => journal.accept(again(first)));
      const fresh = await Promise.race(accepting);
      if (fresh.state !== 'fresh') throw new Error(fresh.state);
      await clock.sleeping(199);
      await journal.settle(fresh.id, settlement());
      clock.advance(POLL);
      const states = (await Promise.all(accepting)).map((accepted) => JSON.stringify(accepted));
      expect(states.filter((state) => state === '{"state":"answered","answer":"the answer"}')).toHaveLength(
        199,
      );
    });

    it('is attempted again once, however often it comes at once', async () => {
      const first = message();
      await journal.accept(first);
      await journal.settle(first.id, settlement({ state: 'FAILED', answer: 'failed' }));
      const accepting = Array.from({ length: 200 }, () => journal.accept(again(first)));
      expect(await Promise.race(accepting)).toEqual({ state: 'fresh', id: first.id });
      await clock.sleeping(199);
      await journal.settle(first.id, settlement());
      clock.advance(POLL);
      const answers = (await Promise.all(accepting)).filter(({ state }) => state === 'answered');
      expect(answers).toEqual(Array(199).fill({ state: 'answered', answer: 'the answer' }));
    });
  });

  describe('settled in the transaction of the business rows', () => {
    it('is settled with them', async () => {
      const first = message({ effect: 'own-store' });
      await journal.accept(first);
      const waiting = journal.accept(again(first));
      await clock.sleeping();
      await database.transaction((trx) => journal.settleIn(trx, first.id, settlement()));
      expect(await waiting).toEqual({ state: 'answered', answer: 'the answer' });
    });

    it('is not settled when they are undone, and can be settled otherwise', async () => {
      const first = message({ effect: 'own-store' });
      await journal.accept(first);
      const work = database.transaction(async (trx) => {
        await journal.settleIn(trx, first.id, settlement());
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect(await stateOf(first.id)).toBe('RUNNING');
      await journal.settle(first.id, settlement({ state: 'FAILED' }));
      expect(await stateOf(first.id)).toBe('FAILED');
    });

    it('undoes them when another has taken the message since', async () => {
      const first = message({ effect: 'own-store' });
      await journal.accept(first);
      clock.advance(LEASE);
      const other = new Journal(database, { lease: LEASE, clock });
      expect(await other.accept(again(first))).toEqual({ state: 'fresh', id: first.id });
      const late = database.transaction(async (trx) => {
        await trx.updateTable('journal').set({ business_id: 'late' }).execute();
        await journal.settleIn(trx, first.id, settlement());
      });
      await expect(late).rejects.toThrow('taken over');
      expect(await journal.find(first.id)).toMatchObject({
        state: 'RUNNING',
        business_id: null,
        attempts: 2,
      });
      await other.settle(first.id, settlement({ answer: 'of the other' }));
      expect(await journal.find(first.id)).toMatchObject({ answer: 'of the other' });
    });
  });

  describe('after a crash', () => {
    beforeEach(() => clock.advance(LEASE));

    it('what ran is in doubt', async () => {
      const first = message();
      await journal.accept(first);
      restart();
      clock.advance(LEASE);
      expect(await journal.recover()).toBe(1);
      expect(await journal.accept(again(first))).toEqual({ state: 'in-doubt' });
      expect(await journal.list({ state: 'IN_DOUBT', limit: 10 })).toMatchObject([{ id: first.id }]);
    });

    it('what ran for the own store is open for another attempt', async () => {
      const first = message({ effect: 'own-store' });
      await journal.accept(first);
      restart();
      clock.advance(LEASE);
      await journal.recover();
      expect(await journal.accept(again(first))).toEqual({ state: 'fresh', id: first.id });
    });

    it('what was settled stays as it is', async () => {
      for (const state of ['ANSWERED', 'FAILED', 'IN_DOUBT'] as const) {
        const first = message();
        await journal.accept(first);
        await journal.settle(first.id, settlement({ state }));
        restart();
        clock.advance(LEASE);
        expect(await journal.recover()).toBe(0);
        expect(await stateOf(first.id)).toBe(state);
      }
    });

    it('what runs here is no orphan', async () => {
      const first = message();
      await journal.accept(first);
      clock.advance(LEASE);
      expect(await journal.recover()).toBe(0);
    });

    it('a doubt about an earlier attempt does not touch the later one', async () => {
      const first = message();
      await journal.accept(first);
      await journal.settle(first.id, settlement({ state: 'FAILED' }));
      await journal.accept(again(first));
      const orphan = orphanMessage.item({ id: first.id, attempts: 1, settled_at: timestamp(clock.now()) });
      expect(await database.groupCommit.write([orphan])).toEqual([undefined]);
      expect(await stateOf(first.id)).toBe('RUNNING');
    });

    it('a late answer settles the doubt', async () => {
      const first = message();
      await journal.accept(first);
      clock.advance(LEASE);
      const other = new Journal(database, { lease: LEASE, clock });
      await other.recover();
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
      await journal.settle(first.id, settlement());
      expect(await stateOf(first.id)).toBe('ANSWERED');
    });
  });

  it('purges what was settled before a time, in slices, but nothing that is in doubt', async () => {
    for (const state of ['ANSWERED', 'ANSWERED', 'ANSWERED', 'FAILED', 'IN_DOUBT'] as const) {
      const old = message();
      await journal.accept(old);
      await journal.settle(old.id, settlement({ state }));
    }
    await journal.accept(message());
    clock.advance(1);
    const recent = message();
    await journal.accept(recent);
    await journal.settle(recent.id, settlement());
    expect(await journal.purge(new Date(clock.now()), 3)).toBe(4);
    const left = await database.query.selectFrom('journal').select('state').orderBy('state').execute();
    expect(left.map(({ state }) => state)).toEqual(['ANSWERED', 'IN_DOUBT', 'RUNNING']);
  });
});
