import { eachMigrated } from '@trunkline/testing';
import type { Judgement } from '../outage-event/judge';
import { HistoryStore } from './history.store';
import { outageMigrations, type OutageTables } from './outage.tables';

const judgement: Judgement = {
  eventId: 'event',
  externalOutageId: 'outage',
  place: 0,
  reason: 'ADDED',
  messageReference: null,
  storedReference: null,
};

eachMigrated<OutageTables>(outageMigrations, (migrated) => {
  it('deletes what is old, however much, and keeps the rest', async () => {
    const database = migrated();
    const history = new HistoryStore(database);
    const old = { requestId: 'old', decidedAt: '2026-01-30', judgements: Array(2_500).fill(judgement) };
    const recent = { requestId: 'recent', decidedAt: '2026-01-31', judgements: [judgement] };
    await database.transaction((trx) => database.writeIn(trx, history.items([old, recent])));
    await history.purge('2026-01-31');
    const { entries, totalCount } = await history.page('event', 0, 10);
    expect([totalCount, entries[0]?.request_id]).toEqual([1, 'recent']);
  });
});
