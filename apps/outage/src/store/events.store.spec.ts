import type { Database } from '@trunkline/store';
import { turnsDuring } from '../../test/turns';
import type { OutageEventState } from '../outage-event/outage-event';
import { EventsStore, inOrder } from './events.store';
import type { OutageTables } from './outage.tables';

const store = new EventsStore({} as Database<OutageTables>);
const none = new Map<string, OutageEventState>();

/** In no order: 7,919 is prime. */
const many = Array.from({ length: 5_000 }, (_, index) => String(10_000 + ((index * 7_919) % 5_000)));

describe('events', () => {
  it('are written in the order of their ids, each once, however many and in whatever order they come', async () => {
    const ids = [...many, ...many];
    const after = new Map(ids.map((eventId) => [eventId, event(eventId)]));
    const items = await store.items(await inOrder(ids), none, after);
    expect(items.map(({ statement, row }) => statement.keyOf(row))).toEqual([...many].sort());
  });

  it('are added, or changed where they are different', async () => {
    const before = new Map(['B', 'C'].map((eventId) => [eventId, event(eventId)]));
    const after = new Map([event('A'), event('B'), event('C', '2')].map((each) => [each.eventId, each]));
    const items = await store.items(['A', 'B', 'C', 'D'], before, after);
    expect(items.map(({ statement, row }) => [statement.name, statement.keyOf(row)])).toEqual([
      ['outage-add-event', 'A'],
      ['outage-change-event', 'C'],
    ]);
  });

  it('are put in order in small parts, and let others have their turn', async () => {
    const sort = jest.spyOn(Array.prototype, 'sort');
    const turns = await turnsDuring(() => inOrder(many));
    const longest = Math.max(...sort.mock.contexts.map(({ length }) => length));
    sort.mockRestore();
    expect(longest).toBeLessThan(1_500);
    expect(turns).toBeGreaterThan(1_000);
  });

  it('let others have their turn while their rows are made', async () => {
    const after = new Map(many.map((eventId) => [eventId, event(eventId)]));
    expect(await turnsDuring(() => store.items(many, none, after))).toBeGreaterThan(1_000);
  });
});

function event(eventId: string, messageReference: string | null = null): OutageEventState {
  return {
    eventId,
    externalSystem: 'system',
    externalOutageId: eventId,
    messageReference,
    outageType: 'C1UP',
    startDateTime: '2026-01-30T10:00:00+01:00',
    estimatedRestorationTime: null,
    completionDateTime: null,
    impactedCustomers: null,
    discarded: false,
    additionalDetails: null,
    characteristics: null,
  };
}
