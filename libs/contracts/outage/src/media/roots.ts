import type { MessageClass, RootElement } from '@trunkline/fields';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { ProblemDetailDocument } from '../problem-detail/problem-detail-document';
import { OutageEventHistory } from '../read-outage-event-history/outage-event-history';
import { SearchOutageEventsRequest } from '../search-outage-events/search-outage-events.request';
import { SearchOutageEventsResponse } from '../search-outage-events/search-outage-events.response';

/** The root elements of the XML documents: of a message with several the first is written, all of them are read. */
export const roots: readonly RootElement[] = [
  { element: 'C1OutEvtsUpd', message: OutageEvents },
  { element: 'schema', message: OutageEvents },
  { element: 'outageEventSearchRequest', message: SearchOutageEventsRequest },
  { element: 'outageEventSearchResponse', message: SearchOutageEventsResponse },
  { element: 'outageEventHistory', message: OutageEventHistory },
  { element: 'problemDetailDocument', message: ProblemDetailDocument },
];

/** The names of the elements that a message is read from. */
export function rootsOf(type: MessageClass): string[] {
  return roots.filter(({ message }) => message === type).map(({ element }) => element);
}

/** The element that a message is written in. */
export function writtenRootOf(type: MessageClass): RootElement {
  return roots.find(({ message }) => message === type)!;
}
