import { restOperation } from '@trunkline/operations';
import { SearchOutageEventsRequest } from './search-outage-events.request';
import { SearchOutageEventsResponse } from './search-outage-events.response';

/** Reads back the outage events that touch a customer, or those of an outage management system (CONTRACTS.md section 2). */
export const searchOutageEvents = restOperation({
  name: 'SearchOutageEvents',
  version: '1',
  summary: 'Finds outage events by account, service point, outage or outage management system.',
  method: 'POST',
  path: '/rest/apis/customer/service/outageEvent/search',
  request: SearchOutageEventsRequest,
  response: SearchOutageEventsResponse,
  status: 200,
  faults: [],
  samples: 'search-outage-events/samples',
  effect: 'own-store',
});
