import { eachJournal } from '../../test/each-journal';
import { again, LEASE, newMessage, newSettlement } from '../../test/messages';
import { timestamp } from '../clock/clock';
import type { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { Journal } from './journal';
import { orphanMessage } from './journal.statements';
import type { JournalTables } from './journal.table';
import { MessageTakenOver } from './message';

eachJournal((empty) => {
  let database: Database<JournalTables>;
  let clock: ManualClock;
  let journal: Journal;

  beforeEach(async () => void ({ database, clock, journal } = await empty()));

  /** What a start after a crash makes of the journal. */
  const restart = () => (journal = new Journal(database, { lease: LEASE, clock }));
  /** Another instance, which takes what runs here for lost. */
  const takenForLost = async () => {
    clock.advance(LEASE);
    const other = new Journal(database, { lease: LEASE, clock });
    await other.recover();
    return other;
  };
  const stateOf = async (id: string) => (await journal.find(id))?.state;

  describe('an outcome that could not be recorded', () => {
    const away = () => jest.spyOn(database.groupCommit, 'write').mockRejectedValueOnce(new Error('away'));
    const unrecorded = async () => {
      const first = newMessage();
      await journal.accept(first);
      away();
      await expect(journal.settle(first.id, newSettlement({ answer: 'done' }))).rejects.toThrow('away');
      return first;
    };

    it('is recorded when the message comes again, which does not wait for the lease', async () => {
      const first = await unrecorded();
      expect(await stateOf(first.id)).toBe('RUNNING');
      expect(await journal.accept(again(first))).toEqual({ state: 'answered', answer: 'done' });
    });

    it('is recorded by and by', async () => {
      const first = await unrecorded();
      expect(await journal.recover()).toEqual([]);
      expect(await stateOf(first.id)).toBe('ANSWERED');
    });

    it('is what a repetition gets that waits for it', async () => {
      const first = newMessage();
      await journal.accept(first);
      const repeated = journal.accept(again(first));
      await clock.sleeping();
      away();
      await expect(journal.settle(first.id, newSettlement({ answer: 'done' }))).rejects.toThrow('away');
      expect(await repeated).toEqual({ state: 'answered', answer: 'done' });
    });

    it('stays what it is where another instance took it for lost', async () => {
      const first = await unrecorded();
      await takenForLost();
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
      expect(await journal.accept(again(first))).toEqual({ state: 'answered', answer: 'done' });
    });

    it('that cannot be recorded yet hinders no other, and is no orphan', async () => {
      const [first, second] = [await unrecorded(), await unrecorded()];
      const lost = newMessage();
      await new Journal(database, { lease: LEASE, clock }).accept(lost);
      clock.advance(LEASE);
      away();
      expect(await journal.recover()).toMatchObject([{ id: lost.id }]);
      expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['RUNNING', 'ANSWERED']);
    });

    it('is given up where it would be refused again', async () => {
      const first = newMessage();
      await journal.accept(first);
      jest.spyOn(database.groupCommit, 'write').mockRejectedValueOnce(new TypeError('wrong'));
      await expect(journal.settle(first.id, newSettlement())).rejects.toThrow('wrong');
      clock.advance(LEASE);
      expect(await journal.recover()).toMatchObject([{ id: first.id }]);
    });
  });

  describe('after a crash', () => {
    beforeEach(() => clock.advance(LEASE));

    it('what ran is in doubt', async () => {
      const first = newMessage();
      await journal.accept(first);
      restart();
      clock.advance(LEASE);
      expect(await journal.recover()).toHaveLength(1);
      expect(await journal.accept(again(first))).toEqual({ state: 'in-doubt' });
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
    });

    it('what ran in a file is in doubt at once: no other process has it', async () => {
      const first = newMessage();
      await journal.accept(first);
      restart();
      const orphans = database.engine === 'sqlite' ? [{ id: first.id }] : [];
      expect(await journal.recover()).toMatchObject(orphans);
    });

    it('what is found out about it opens it for another attempt', async () => {
      const first = newMessage();
      await journal.accept(first);
      restart();
      clock.advance(LEASE);
      await journal.recover();
      const [reopened] = await database.groupCommit.write([journal.reopenItem(first.id)]);
      expect(reopened).toEqual({ id: first.id });
      expect(await journal.accept(again(first))).toEqual({ state: 'fresh', id: first.id });
    });

    it.each(['ANSWERED', 'FAILED'] as const)('what is %s is not opened', async (state) => {
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement({ state }));
      expect(await database.groupCommit.write([journal.reopenItem(first.id)])).toEqual([undefined]);
      expect(await stateOf(first.id)).toBe(state);
    });

    it('what was settled stays as it is', async () => {
      for (const state of ['ANSWERED', 'FAILED', 'IN_DOUBT'] as const) {
        const first = newMessage();
        await journal.accept(first);
        await journal.settle(first.id, newSettlement({ state }));
        restart();
        clock.advance(LEASE);
        expect(await journal.recover()).toHaveLength(0);
        expect(await stateOf(first.id)).toBe(state);
      }
      expect(await journal.countInDoubt()).toBe(1);
    });

    it('what runs here is no orphan', async () => {
      const first = newMessage();
      await journal.accept(first);
      clock.advance(LEASE);
      expect(await journal.recover()).toHaveLength(0);
    });

    it('what is just being accepted is no orphan', async () => {
      await journal.recover();
      const first = newMessage();
      // As this process sees it between the row and the end of `accept`.
      await new Journal(database, { lease: LEASE, clock }).accept(first);
      expect(await journal.recover()).toHaveLength(0);
      expect(await stateOf(first.id)).toBe('RUNNING');
    });

    it('a doubt about an earlier attempt does not touch the later one', async () => {
      const first = newMessage();
      await journal.accept(first);
      await journal.settle(first.id, newSettlement({ state: 'FAILED' }));
      await journal.accept(again(first));
      const orphan = orphanMessage.item({ id: first.id, attempts: 1, settled_at: timestamp(clock.now()) });
      expect(await database.groupCommit.write([orphan])).toEqual([undefined]);
      expect(await stateOf(first.id)).toBe('RUNNING');
    });

    it('a late answer of an earlier attempt is not that of the later one', async () => {
      const first = newMessage();
      await journal.accept(first);
      const other = await takenForLost();
      await database.groupCommit.write([other.reopenItem(first.id)]);
      expect(await other.accept(again(first))).toMatchObject({ state: 'fresh' });
      const late = journal.settle(first.id, newSettlement({ answer: 'late' }));
      await expect(late).rejects.toThrow(MessageTakenOver);
      // Nor is it kept, to be recorded by and by.
      await journal.recover();
      await other.settle(first.id, newSettlement({ answer: 'done' }));
      expect(await journal.accept(again(first))).toEqual({ state: 'answered', answer: 'done' });
    });

    it('a late answer settles the doubt', async () => {
      const first = newMessage();
      await journal.accept(first);
      await takenForLost();
      expect(await stateOf(first.id)).toBe('IN_DOUBT');
      await journal.settle(first.id, newSettlement());
      expect(await stateOf(first.id)).toBe('ANSWERED');
    });
  });
});
