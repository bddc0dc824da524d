import type { Database } from '@trunkline/store';
import { eachMigrated } from '@trunkline/testing';
import { turnsDuring } from '../../test/turns';
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
    const items = await history.items([old, recent]);
    await database.transaction((trx) => database.writeIn(trx, items));
    await history.purge('2026-01-31');
    const { entries, totalCount } = await history.page('event', 0, 10);
    expect([totalCount, entries[0]?.request_id]).toEqual([1, 'recent']);
  });
});

it('lets others have their turn while the rows of many judgements are made', async () => {
  const history = new HistoryStore({} as Database<OutageTables>);
  const decision = { requestId: '1', decidedAt: '2026-01-30', judgements: Array(100).fill(judgement) };
  expect(await turnsDuring(() => history.items([decision]))).toBeGreaterThan(20);
});
