import type { Log } from '@trunkline/service';
import { FixedClock } from '@trunkline/testing';
import type { OutageConfig } from '../outage.config';
import type { HistoryStore } from './history.store';
import { HistoryUpkeep } from './history.upkeep';

it('deletes the history that is older than it is kept', async () => {
  const purge = jest.fn(() => Promise.resolve(0));
  const [history, config] = [{ purge } as unknown as HistoryStore, { journalRetention: 30 } as OutageConfig];
  const clock = new FixedClock();
  await new HistoryUpkeep(history, config, clock, {} as Log).tidy();
  expect(purge).toHaveBeenCalledWith(clock.daysAgo(30).toISOString());
});
