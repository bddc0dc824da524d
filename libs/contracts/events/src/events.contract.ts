import { soapContract } from '@trunkline/operations';
import { messageHeader, typedFault } from '@trunkline/soap';
import { createEvent } from './create-event/create-event.operation';
import { createEventSchema } from './create-event/create-event.schema';

/** What `events` promises: CreateEventV2 of the integration flow Customer Events Retrieval (CONTRACTS.md section 1). */
export const eventsContract = soapContract({
  name: 'events',
  title: 'CreateEventV2',
  summary: 'Creates ICOMS events: accepts all the required fields from the consumer and invokes ICOMS.',
  folder: __dirname,
  service: 'CreateEventV2',
  schema: createEventSchema,
  path: '/soap/CreateEventV2',
  versions: ['1.1', '1.2'],
  header: messageHeader,
  faultForm: typedFault,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'IcomsSystemException',
    overloaded: 'UnexpectedError',
  },
  operations: [createEvent],
});
