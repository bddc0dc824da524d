import { eachJournal } from '../../test/each-journal';
import { again, newMessage, newSettlement } from '../../test/messages';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import type { Journal } from './journal';
import type { JournalTables } from './journal.table';

eachJournal((empty) => {
  let database: Database<JournalTables>;
  let clock: ManualClock;
  let journal: Journal;

  beforeEach(async () => void ({ database, clock, journal } = await empty()));

  describe('a message', () => {
    it('is recorded before anything is done for it', async () => {
      const first = newMessage({ businessId: 'business' });
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
      const first = newMessage();
      await journal.accept(first);
      clock.advance(12);
      await journal.settle(
        first.id,
        newSettlement({ steps: [{ name: 'icoms', milliseconds: 3, outcome: 'ok' }] }),
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
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement());
      await expect(journal.settle(first.id, newSettlement())).rejects.toThrow('settled already');
    });

    it.each([{ sender: undefined }, { messageId: undefined }])(
      'without %p stands for itself',
      async (values) => {
        const first = newMessage(values);
        await journal.accept(first);
        expect(await journal.accept(again(first))).toMatchObject({ state: 'fresh' });
      },
    );

    it('of another sender is another message', async () => {
      const first = newMessage();
      await journal.accept(first);
      expect(await journal.accept(again(first, { sender: 'urn:other' }))).toMatchObject({ state: 'fresh' });
    });
  });

  it('purges what was settled before a time, in slices, but nothing that is in doubt', async () => {
    for (const state of ['ANSWERED', 'ANSWERED', 'ANSWERED', 'FAILED', 'IN_DOUBT'] as const) {
      const old = newMessage();
      await journal.accept(old);
      await journal.settle(old.id, newSettlement({ state }));
    }
    await journal.accept(newMessage());
    clock.advance(1);
    const recent = newMessage();
    await journal.accept(recent);
    await journal.settle(recent.id, newSettlement());
    expect(await journal.purge(new Date(clock.now()), 3)).toBe(4);
    const left = await database.query.selectFrom('journal').select('state').orderBy('state').execute();
    expect(left.map(({ state }) => state)).toEqual(['ANSWERED', 'IN_DOUBT', 'RUNNING']);
  });
});
