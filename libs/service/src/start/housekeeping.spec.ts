import { createLog } from '../log/log';
import { Clock } from '../time/clock';
import { Housekeeping } from './housekeeping';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-03-31T00:00:00Z');
  }
}

function storeOn(engine: 'sqlite' | 'postgres') {
  return {
    database: { engine },
    journal: { recover: jest.fn(() => Promise.resolve(0)), purge: jest.fn(() => Promise.resolve(0)) },
    jobs: { purge: jest.fn(() => Promise.resolve(0)) },
  };
}

function tidy(store: ReturnType<typeof storeOn>, lines: string[] = []): Promise<void> {
  const log = createLog('example', 'info', { write: (line) => void lines.push(line) });
  return new Housekeeping(store, 30, new StoppedClock(), log).tidy();
}

it('deletes what is older than is kept', async () => {
  const store = storeOn('sqlite');
  await tidy(store);
  const before = new Date('2026-03-01T00:00:00Z');
  expect(store.journal.purge).toHaveBeenCalledWith(before, 1000);
  expect(store.jobs.purge).toHaveBeenCalledWith(before, 1000);
});

it('looks for the messages of other instances where there can be others', async () => {
  const [alone, together] = [storeOn('sqlite'), storeOn('postgres')];
  await tidy(alone);
  await tidy(together);
  expect(alone.journal.recover).not.toHaveBeenCalled();
  expect(together.journal.recover).toHaveBeenCalledTimes(1);
});

it('says that it failed, and goes on', async () => {
  const store = storeOn('postgres');
  store.journal.purge.mockRejectedValue(new Error('no database'));
  const lines: string[] = [];
  await tidy(store, lines);
  expect(lines).toEqual([expect.stringContaining('housekeeping failed') as string]);
});
