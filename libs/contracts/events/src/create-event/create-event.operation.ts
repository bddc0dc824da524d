import { root, soapOperation } from '@trunkline/operations';
import { CreateEventRequest } from './create-event.request';
import { CreateEventResponse } from './create-event.response';
import { createEventSchema } from './create-event.schema';

/** Creates an event in ICOMS (CONTRACTS.md section 1). */
export const createEvent = soapOperation({
  name: 'CreateEventV2',
  version: '2',
  summary: 'Creates an event on an account in ICOMS.',
  request: root('CreateEventRequest', CreateEventRequest),
  response: root('CreateEventResponse', CreateEventResponse),
  action: `${createEventSchema.namespace}/CreateEventV2`,
  failure: { responseStatus: 'FAILURE' },
  faults: ['BackendAuthenticationError', 'IcomsBusinessException', 'IcomsSystemException'],
  samples: 'create-event/samples',
  effect: 'outside',
});
