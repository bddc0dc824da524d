// Written by `npm run published`, from what the others import of this lib.
export { addOrUpdateOutageEvents } from './add-or-update-outage-events/add-or-update-outage-events.operation';
export { Characteristic } from './add-or-update-outage-events/characteristic';
export { AdditionalDetail, EventDetails } from './add-or-update-outage-events/event-details';
export {
  Customer,
  CustomerInformation,
  OutageEvents,
  OutageMessage,
} from './add-or-update-outage-events/outage-events';
export { Turn, inTurns } from './media/turn';
export { outageContract } from './outage.contract';
export { writeOutageSchema } from './outage.xsd';
export {
  HistoryEntry,
  OutageEventHistory,
  OutageEventHistoryParameters,
} from './read-outage-event-history/outage-event-history';
export { readOutageEventHistory } from './read-outage-event-history/read-outage-event-history.operation';
export { searchOutageEvents } from './search-outage-events/search-outage-events.operation';
export {
  OutageEventFilters,
  SearchOutageEventsRequest,
} from './search-outage-events/search-outage-events.request';
export {
  OutageEvent,
  SearchOutageEventsResponse,
} from './search-outage-events/search-outage-events.response';
