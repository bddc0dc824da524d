import { onPostgres } from '@trunkline/testing';
import { again, newMessage, newSettlement } from '../../test/messages';
import { ManualClock } from '../clock/manual-clock';
import type { Database } from '../database/database';
import { migrate } from '../database/migrate';
import { openDatabase } from '../database/open-database';
import { Journal } from './journal';
import { journalMigrations, type JournalTables } from './journal.table';

/** Far more than passes in whileTimePasses. */
const LEASE = 1e10;

/** Turns the clock on until the work is done: whoever waits for another instance looks again and again. */
async function whileTimePasses<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let done = false;
  const end = (): void => void (done = true);
  work.then(end, end);
  while (!done) {
    clock.advance(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

onPostgres((place) => {
  const databases: Database<JournalTables>[] = [];
  let clock: ManualClock;
  let journals: [Journal, Journal];
  const message = newMessage();

  beforeAll(async () => {
    for (const instance of ['one', 'two']) {
      databases.push(await openDatabase<JournalTables>({ ...place(), name: 'events', instance }));
    }
    await Promise.all(databases.map((database) => migrate(database, journalMigrations)));
  });
  afterAll(() => Promise.all(databases.map((database) => database.close())));
  beforeEach(async () => {
    await databases[0]?.query.deleteFrom('journal').execute();
    clock = new ManualClock();
    journals = databases.map((database) => new Journal(database, { lease: LEASE, clock })) as [
      Journal,
      Journal,
    ];
  });

  it('does a message once that comes 200 times at once to two instances', async () => {
    const accepting = Array.from({ length: 200 }, async (_, index) => {
      const journal = journals[index % 2] as Journal;
      const accepted = await journal.accept(again(message));
      if (accepted.state === 'fresh') await journal.settle(accepted.id, newSettlement());
      return accepted.state;
    });
    const states = await whileTimePasses(clock, Promise.all(accepting));
    expect(states.filter((state) => state === 'fresh')).toHaveLength(1);
    expect(states.filter((state) => state === 'answered')).toHaveLength(199);
  });

  it('gives the answer of another instance, looking less and less often', async () => {
    const [one, two] = journals;
    await one.accept(message);
    const sleep = jest.spyOn(clock, 'sleep');
    const waiting = two.accept(again(message));
    const intervals = [10, 20, 40, 80, 160, 320, 640, 1_000, 1_000];
    for (const interval of intervals) {
      await clock.sleeping();
      clock.advance(interval);
    }
    await clock.sleeping();
    await one.settle(message.id, newSettlement());
    clock.advance(1_000);
    expect(await waiting).toEqual({ state: 'answered', answer: 'the answer' });
    expect(sleep.mock.calls.map(([interval]) => interval)).toEqual([...intervals, 1_000]);
  });

  it('is in doubt when the other instance does not answer before its lease is over', async () => {
    const [one, two] = journals;
    await one.accept(message);
    const waiting = two.accept(again(message));
    await clock.sleeping();
    clock.advance(LEASE);
    expect(await waiting).toEqual({ state: 'in-doubt' });
  });

  it('takes a failed message again in one of the instances only', async () => {
    const [one] = journals;
    await one.accept(message);
    await one.settle(message.id, newSettlement({ state: 'FAILED' }));
    const accepting = journals.map(async (journal) => {
      const accepted = await journal.accept(again(message));
      if (accepted.state === 'fresh') await journal.settle(accepted.id, newSettlement());
      return accepted.state;
    });
    expect((await whileTimePasses(clock, Promise.all(accepting))).sort()).toEqual(['answered', 'fresh']);
    expect(await one.find(message.id)).toMatchObject({ state: 'ANSWERED', attempts: 2 });
  });

  it('recovers from another instance what is out of its lease, and nothing else', async () => {
    const [one, two] = journals;
    await one.accept(message);
    expect(await two.recover()).toHaveLength(0);
    clock.advance(LEASE);
    expect(await two.recover()).toHaveLength(1);
    expect(await two.find(message.id)).toMatchObject({ state: 'IN_DOUBT', instance: 'one' });
  });
});
