import {
  BooleanField,
  DateTimeField,
  IntegerField,
  Message,
  ObjectField,
  TextField,
  TokenField,
} from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';

const optional = true;

/** A moment that everybody understands alike: with its offset, in a year of four digits. */
const withOffset = { pattern: '[0-9]{4}-.*(Z|[+-][0-9]{2}:[0-9]{2})' };

@Message({ schema, type: 'AdditionalDetail', order: 'any', description: 'A named value.' })
export class AdditionalDetail {
  @TextField({ description: 'Its name.', example: 'cause', maxLength: 254, optional })
  name?: string;

  @TextField({ description: 'Its value.', example: 'a tree on the line', maxLength: 100, optional })
  value?: string;
}

/** What is told of an outage event. What is absent keeps its value. */
@Message({ schema, type: 'EventDetails', order: 'any', description: 'The outage event.' })
export class EventDetails {
  @TokenField({
    description: 'The unique identifier of the outage event in the outage management system.',
    example: '200234',
    minLength: 1,
    maxLength: 254,
  })
  externalOutageId!: string;

  @TokenField({
    description:
      'Increases with each update in the outage management system: a message with a lower one than the stored is stale and refused. Compared as numbers where both are decimal digits, otherwise by code point.',
    example: '12',
    minLength: 1,
    maxLength: 254,
    optional,
  })
  messageReference?: string;

  @TokenField({
    description: 'C1PL planned, C1UP unplanned. Required when the event is new.',
    example: 'C1PL',
    choices: ['C1PL', 'C1UP'],
    optional,
  })
  outageType?: string;

  @DateTimeField({
    ...withOffset,
    description: 'The start time, with offset. Required when the event is new.',
    example: '2025-02-06T02:00:00-08:00',
    optional,
  })
  startDateTime?: string;

  @DateTimeField({
    ...withOffset,
    description: 'The estimated restoration time, with offset.',
    example: '2025-02-07T12:00:00-08:00',
    optional,
  })
  estimatedRestorationTime?: string;

  @DateTimeField({
    ...withOffset,
    description: 'The restoration or cancelation time, with offset.',
    example: '2025-02-07T12:00:00-08:00',
    optional,
  })
  completionDateTime?: string;

  @IntegerField({
    description: 'The number of impacted customers.',
    example: '259',
    minimum: 0,
    maximum: 999_999_999,
    optional,
  })
  impactedCustomers?: number;

  @BooleanField({ description: 'The outage event is discarded, which is final.', example: 'false', optional })
  discarded?: boolean;

  @ObjectField(() => AdditionalDetail, {
    description: 'Named values, replaced as a whole.',
    list: { min: 0 },
    optional,
  })
  additionalDetails?: AdditionalDetail[];
}
