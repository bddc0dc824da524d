import { IntegerField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { createEventSchema as schema } from './create-event.schema';

const optional = true;

@Message({ schema, type: 'AccountIdentificationType', description: 'The account, unique in its site.' })
export class AccountIdentification {
  @TokenField({
    description: 'The site: which system or system instance the account is in. Two digits.',
    example: '26',
    pattern: '[0-9]{2}',
  })
  siteReference!: string;

  @TokenField({
    personal: true,
    description: 'The customer account in the site. 3 to 9 digits.',
    example: '104118503',
    pattern: '[0-9]{3,9}',
  })
  accountNumber!: string;
}

@Message({ schema, type: 'EventType', description: 'The event to create.' })
export class Event {
  @TokenField({
    description: 'The source of the event.',
    example: 'NSC',
    minLength: 1,
    maxLength: 30,
  })
  eventSourceCode!: string;

  @TokenField({
    description: 'The event specification (type).',
    example: 'TELESTO',
    minLength: 1,
    maxLength: 30,
  })
  eventTypeCode!: string;

  @TokenField({ description: 'The external grouping for an event type.', maxLength: 50, optional })
  eventExternalGrouping?: string;

  @TokenField({ description: 'The event pattern received.', maxLength: 50, optional })
  eventPatternRecieved?: string;

  @TextField({
    description: 'The data of the event; blanks are kept.',
    maxLength: 4000,
    personal: true,
    optional,
  })
  eventData?: string;
}

@Message<EventTarget>({
  schema,
  type: 'EventTargetType',
  description: 'What the event is about.',
  rule: ({ permiseID, premiseID }) =>
    permiseID !== undefined && premiseID !== undefined && permiseID !== premiseID
      ? { path: 'premiseID', rule: 'same', message: 'must be the same as permiseID: they are one field' }
      : undefined,
})
export class EventTarget {
  @TokenField({ description: 'ICOMS work order number.', maxLength: 20, optional })
  orderReference?: string;

  @TokenField({
    description:
      'ICOMS service category, one letter. For residential customers D for high speed data, T for telephony, C for television.',
    example: 'D',
    pattern: '[A-Za-z]',
    optional,
  })
  serviceCategoryCode?: string;

  @IntegerField({ description: 'Service occurrence.', example: '1', minimum: 0, optional })
  serviceOccurance?: number;

  @TokenField({ description: 'ICOMS billing code.', example: 'SPOTPRE', maxLength: 10, optional })
  serviceCode?: string;

  @TokenField({
    description: 'ICOMS premise, 1 to 7 digits.',
    example: '1234567',
    pattern: '[0-9]{1,7}',
    optional,
  })
  permiseID?: string;

  @TokenField({
    description: 'The same field as permiseID, in its right spelling.',
    pattern: '[0-9]{1,7}',
    optional,
  })
  premiseID?: string;

  @TokenField({
    description:
      'Whether ICOMS may buffer the event: YES or TRUE, NO or FALSE, in any case. Absent means YES.',
    example: 'FALSE',
    pattern: '[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]',
    optional,
  })
  bufferEvent?: string;
}

/** The body of a CreateEventV2 request (CONTRACTS.md section 1). */
@Message({ schema, type: 'CreateEventRequestCpixType', description: 'An event to create in ICOMS.' })
export class CreateEventRequest {
  @ObjectField(() => AccountIdentification, { description: 'The account that the event is created on.' })
  accountIdentification!: AccountIdentification;

  @ObjectField(() => Event, { description: 'The event to create.' })
  event!: Event;

  @ObjectField(() => EventTarget, { description: 'What the event is about.', optional })
  eventTarget?: EventTarget;
}
