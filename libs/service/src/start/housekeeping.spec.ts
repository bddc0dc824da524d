import { createLog } from '../log/log';
import { Clock } from '../time/clock';
import { Housekeeping } from './housekeeping';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-03-31T00:00:00Z');
  }
}

function newStore() {
  return {
    journal: { recover: jest.fn(() => Promise.resolve(0)), purge: jest.fn(() => Promise.resolve(0)) },
    jobs: { purge: jest.fn(() => Promise.resolve(0)) },
  };
}

function tidy(store: ReturnType<typeof newStore>, lines: string[] = []): Promise<void> {
  const log = createLog('example', 'info', { write: (line) => void lines.push(line) });
  return new Housekeeping(store, 30, new StoppedClock(), log).tidy();
}

it('deletes what is older than is kept', async () => {
  const store = newStore();
  await tidy(store);
  const before = new Date('2026-03-01T00:00:00Z');
  expect(store.journal.purge).toHaveBeenCalledWith(before, 1000);
  expect(store.jobs.purge).toHaveBeenCalledWith(before, 1000);
});

it('looks for messages that nobody works on any more', async () => {
  const store = newStore();
  await tidy(store);
  expect(store.journal.recover).toHaveBeenCalledTimes(1);
});

it('says that it failed, and goes on', async () => {
  const store = newStore();
  store.journal.purge.mockRejectedValue(new Error('no database'));
  const lines: string[] = [];
  await tidy(store, lines);
  expect(lines).toEqual([expect.stringContaining('housekeeping failed') as string]);
});
