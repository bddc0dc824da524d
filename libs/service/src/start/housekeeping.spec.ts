import type { Journal, JournalRow } from '@trunkline/store';
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
    journal: {
      recover: jest.fn((): ReturnType<Journal['recover']> => Promise.resolve([])),
      purge: jest.fn(() => Promise.resolve(0)),
    },
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

it('names the messages that nobody works on any more', async () => {
  const store = newStore();
  const orphan = {
    id: '7',
    operation: 'DoIt',
    message_id: 'm-1',
    conversation_id: 'c-1',
    sender: 'urn:example:crm',
  };
  store.journal.recover.mockResolvedValue([orphan as JournalRow]);
  const lines: string[] = [];
  await tidy(store, lines);
  const named = { level: 'warn', id: '7', operation: 'DoIt', messageId: 'm-1', conversationId: 'c-1' };
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([expect.objectContaining(named)]);
});

it('says that it failed, and goes on', async () => {
  const store = newStore();
  store.journal.purge.mockRejectedValue(new Error('no database'));
  const lines: string[] = [];
  await tidy(store, lines);
  expect(lines).toEqual([expect.stringContaining('housekeeping failed') as string]);
});
