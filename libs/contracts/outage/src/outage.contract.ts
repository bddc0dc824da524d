import { restContract } from '@trunkline/operations';
import { addOrUpdateOutageEvents } from './add-or-update-outage-events/add-or-update-outage-events.operation';
import { outageMedia } from './media/outage-media';
import { problemDetail } from './problem-detail/problem-detail';
import { readOutageEventHistory } from './read-outage-event-history/read-outage-event-history.operation';
import { searchOutageEvents } from './search-outage-events/search-outage-events.operation';

/** What `outage` promises (CONTRACTS.md section 2). */
export const outageContract = restContract({
  name: 'outage',
  title: 'Outage events',
  summary: 'Keeps the latest state of every outage event and of the customers that it touches.',
  folder: __dirname,
  media: outageMedia,
  faultForm: problemDetail,
  commonFaults: {
    unexpected: 'OutageUnexpectedError',
    invalid: 'OutageFieldsInvalid',
    repeated: 'OutageFieldsInvalid',
    inDoubt: 'OutageUnexpectedError',
  },
  operations: [addOrUpdateOutageEvents, searchOutageEvents, readOutageEventHistory],
});
