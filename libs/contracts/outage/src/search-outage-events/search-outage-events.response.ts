import { DateTimeField, IntegerField, Message, ObjectField, TokenField } from '@trunkline/fields';
import { AdditionalDetail } from '../add-or-update-outage-events/event-details';
import { outageSchema as schema } from '../outage.schema';

const optional = true;

@Message({ schema, type: 'OutageEvent', order: 'any', description: 'An outage event as it stands.' })
export class OutageEvent {
  @TokenField({ description: "The service's own id of the event, 14 characters.", example: '0GB5XH2PTQ7WNE' })
  eventId!: string;

  @TokenField({
    description: 'The outage management system that reported it.',
    example: 'CCB-NMS integration',
  })
  externalSystem!: string;

  @TokenField({ description: 'Its identifier there.', example: '200234' })
  externalOutageId!: string;

  @TokenField({ description: 'C1PL planned, C1UP unplanned.', example: 'C1PL' })
  outageType!: string;

  @TokenField({
    description: 'OPEN; SCHEDULED, starts in the future; RESTORED, or cancelled; DISCARDED.',
    example: 'OPEN',
    choices: ['OPEN', 'SCHEDULED', 'RESTORED', 'DISCARDED'],
  })
  state!: string;

  @DateTimeField({ description: 'The start time, as it was sent.', example: '2025-02-06T02:00:00-08:00' })
  startDateTime!: string;

  @DateTimeField({
    description: 'The estimated restoration time, as it was sent.',
    example: '2025-02-07T12:00:00-08:00',
    optional,
  })
  estimatedRestorationDateTime?: string;

  @DateTimeField({
    description: 'The restoration or cancelation time, as it was sent.',
    example: '2025-02-07T12:00:00-08:00',
    optional,
  })
  completionDateTime?: string;

  @IntegerField({ description: 'The number of impacted customers.', example: '259', optional })
  impactedCustomers?: number;

  @ObjectField(() => AdditionalDetail, { description: 'Named values.', list: { min: 0 }, optional })
  additionalDetails?: AdditionalDetail[];
}

/** A page of what a search found, oldest start last (CONTRACTS.md section 2). */
@Message({
  schema,
  type: 'SearchOutageEventsResponse',
  order: 'any',
  description: 'A page of outage events.',
})
export class SearchOutageEventsResponse {
  @ObjectField(() => OutageEvent, { description: 'The events, the latest start first.', list: { min: 0 } })
  outageEvents!: OutageEvent[];

  @IntegerField({ description: 'How many events the search finds in all.', example: '1', minimum: 0 })
  totalCount!: number;

  @TokenField({ description: 'The time zone that the system keeps its books in.', example: 'UTC' })
  standardBaseTimeZoneName!: string;
}
