import { Log } from '@trunkline/service';
import type { Journal, JournalRow } from '@trunkline/store';
import { pino } from 'pino';
import type { DoubtStore } from '../store/doubt.store';
import { Recovery } from './recovery';
import type { SettlementJob } from './settlement.job';

it('names each message that was lost, whether its order was sent or not', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const lost = { id: '7', operation: 'DoIt', message_id: 'm-1', conversation_id: 'c-1' } as JournalRow;
  const journal = { recover: () => Promise.resolve([lost]) } as unknown as Journal;
  const doubts = { reopenUnsent: () => Promise.resolve(1), orphans: () => Promise.resolve([]) };
  await new Recovery(
    journal,
    doubts as unknown as DoubtStore,
    {} as SettlementJob,
    new Log(pino({}, stream), stream),
  ).recover();
  expect(lines.join()).toContain('"messageId":"m-1"');
});
