import { restOperation } from '@trunkline/operations';
import { OutageEvents } from './outage-events';

/** Adds outage events and updates those that are known (CONTRACTS.md section 2). Answers what it was told. */
export const addOrUpdateOutageEvents = restOperation({
  name: 'AddOrUpdateOutageEvents',
  version: '1',
  summary:
    'Adds outage events, and updates those that are known: all messages of a request, or none of them.',
  method: 'POST',
  path: '/rest/apis/customer/service/outageEventNotifications/',
  request: OutageEvents,
  response: OutageEvents,
  status: 200,
  faults: [
    'OutageSystemUnknown',
    'OutageMessageStale',
    'OutageEventDiscarded',
    'OutageEventIncomplete',
    'OutageMessagesRefused',
  ],
  samples: 'add-or-update-outage-events/samples',
  effect: 'own-store',
});
