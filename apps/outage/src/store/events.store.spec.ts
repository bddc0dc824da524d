import type { Database } from '@trunkline/store';
import type { OutageEventState } from '../outage-event/outage-event';
import { EventsStore } from './events.store';
import type { OutageTables } from './outage.tables';

it('adds events in the order of their ids, however many and in whatever order they come', () => {
  const ids = ['C', 'A', 'B'];
  const after = new Map(ids.map((eventId) => [eventId, newEvent(eventId)]));
  const items = new EventsStore({} as Database<OutageTables>).items(new Map(), after);
  expect(items.map(({ statement, row }) => statement.keyOf(row))).toEqual(['A', 'B', 'C']);
});

function newEvent(eventId: string): OutageEventState {
  return {
    eventId,
    externalSystem: 'system',
    externalOutageId: eventId,
    messageReference: null,
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
