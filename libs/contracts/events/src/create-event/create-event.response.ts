import { Message, TokenField } from '@trunkline/fields';
import { createEventSchema as schema } from './create-event.schema';

/** The body of a CreateEventV2 answer (CONTRACTS.md section 1). */
@Message({ schema, type: 'CreateEventResponseType', description: 'The event was created.' })
export class CreateEventResponse {
  @TokenField({
    description: 'SUCCESS; FAILURE only where the service is set to answer faults in the header.',
    example: 'SUCCESS',
    pattern: 'SUCCESS|FAILURE',
  })
  responseStatus!: string;
}
