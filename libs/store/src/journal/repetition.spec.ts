import { eachJournal } from '../../test/each-journal';
import { again, LEASE, newMessage, newSettlement } from '../../test/messages';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { Journal } from './journal';
import { JournalQueries } from './journal.queries';
import type { JournalTables } from './journal.table';

/** Who looked before the attempt was known here looks again after so long. */
const POLL = 10;

eachJournal((empty) => {
  let database: Database<JournalTables>;
  let clock: ManualClock;
  let journal: Journal;

  beforeEach(async () => void ({ database, clock, journal } = await empty()));

  const stateOf = async (id: string) => (await journal.find(id))?.state;

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
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement({ state: of }));
      expect(await journal.accept(again(first, { fingerprint: content }))).toMatchObject(accepted);
    });

    it('of what is running, with other content, does not wait', async () => {
      const first = newMessage();
      await journal.accept(first);
      expect(await journal.accept(again(first, { fingerprint: 'other' }))).toEqual({ state: 'conflict' });
    });

    it('of what is purged just then is a new message', async () => {
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement());
      clock.advance(1);
      jest.spyOn(JournalQueries.prototype, 'findEarlier').mockImplementationOnce(async () => {
        await journal.purge(new Date(clock.now()), 10);
        return undefined;
      });
      const repeated = again(first);
      expect(await journal.accept(repeated)).toEqual({ state: 'fresh', id: repeated.id });
    });

    it('takes the row of a failed attempt', async () => {
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement({ state: 'FAILED' }));
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
      await journal.settle(first.id, newSettlement());
      expect(await journal.accept(again(first))).toEqual({ state: 'answered', answer: 'the answer' });
    });

    it.each(['ANSWERED', 'FAILED', 'IN_DOUBT'] as const)(
      'waits for the answer of what becomes %s',
      async (state) => {
        const first = newMessage();
        await journal.accept(first);
        const waiting = journal.accept(again(first));
        await clock.sleeping();
        await journal.settle(first.id, newSettlement({ state }));
        expect(await waiting).toEqual({ state: 'answered', answer: 'the answer' });
      },
    );

    it('is in doubt when no answer came before the lease was over', async () => {
      const first = newMessage();
      await journal.accept(first);
      const waiting = journal.accept(again(first));
      await clock.sleeping();
      clock.advance(LEASE);
      expect(await waiting).toEqual({ state: 'in-doubt' });
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
    });

    it.each([
      ['here', () => journal],
      ['elsewhere', () => new Journal(database, { lease: LEASE, clock })],
    ])('is in doubt when its own time is over, and what runs %s goes on', async (_where, asked) => {
      const first = newMessage();
      await journal.accept(first);
      const deadline = new AbortController();
      const waiting = asked().accept(again(first), deadline.signal);
      await clock.sleeping();
      deadline.abort();
      clock.advance(LEASE);
      expect(await waiting).toEqual({ state: 'in-doubt' });
      expect(await stateOf(first.id)).toBe('RUNNING');
      await journal.settle(first.id, newSettlement());
      expect(await stateOf(first.id)).toBe('ANSWERED');
    });

    it('is done once, however often it comes at once', async () => {
      const first = newMessage();
      const accepting = Array.from({ length: 200 }, () => journal.accept(again(first)));
      const fresh = await Promise.race(accepting);
      if (fresh.state !== 'fresh') throw new Error(fresh.state);
      await clock.sleeping(199);
      await journal.settle(fresh.id, newSettlement());
      clock.advance(POLL);
      const states = (await Promise.all(accepting)).map((accepted) => JSON.stringify(accepted));
      expect(states.filter((state) => state === '{"state":"answered","answer":"the answer"}')).toHaveLength(
        199,
      );
    });

    it('is attempted again once, however often it comes at once', async () => {
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement({ state: 'FAILED', answer: 'failed' }));
      const accepting = Array.from({ length: 200 }, () => journal.accept(again(first)));
      expect(await Promise.race(accepting)).toEqual({ state: 'fresh', id: first.id });
      await clock.sleeping(199);
      await journal.settle(first.id, newSettlement());
      clock.advance(POLL);
      const answers = (await Promise.all(accepting)).filter(({ state }) => state === 'answered');
      expect(answers).toEqual(Array(199).fill({ state: 'answered', answer: 'the answer' }));
    });
  });
});
