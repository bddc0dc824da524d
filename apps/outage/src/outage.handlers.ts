// Written by `npm run published`, from the handlers of this app.
import { AddOrUpdateOutageEventsHandler } from './add-or-update-outage-events/add-or-update-outage-events.handler';
import { ReadOutageEventHistoryHandler } from './read-outage-event-history/read-outage-event-history.handler';
import { SearchOutageEventsHandler } from './search-outage-events/search-outage-events.handler';

export const handlers = [
  AddOrUpdateOutageEventsHandler,
  ReadOutageEventHistoryHandler,
  SearchOutageEventsHandler,
];
