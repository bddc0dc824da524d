import { BooleanField, IntegerField, Message, ObjectField, TokenField } from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';

const optional = true;

@Message<OutageEventFilters>({
  schema,
  type: 'OutageEventFilters',
  order: 'any',
  description: 'What the events have in common: every filter that is given holds.',
  rule: ({ accountId, spId, externalOutageId, externalSystem }) =>
    accountId || spId || externalOutageId || externalSystem
      ? undefined
      : {
          path: 'accountId',
          rule: 'required',
          message: 'or spId, externalOutageId or externalSystem is needed',
        },
})
export class OutageEventFilters {
  @TokenField({
    description: 'An account that the event touches; with spId, one customer that is both.',
    example: '1589809032',
    minLength: 1,
    maxLength: 10,
    optional,
  })
  accountId?: string;

  @TokenField({
    description: 'A service point that the event touches.',
    example: '2486945183',
    minLength: 1,
    maxLength: 10,
    optional,
  })
  spId?: string;

  @TokenField({
    description: 'The event in its outage management system; also finds what is restored or discarded.',
    example: '200234',
    minLength: 1,
    maxLength: 254,
    optional,
  })
  externalOutageId?: string;

  @TokenField({
    description: 'The outage management system.',
    example: 'CCB-NMS integration',
    minLength: 1,
    maxLength: 30,
    optional,
  })
  externalSystem?: string;

  @BooleanField({ description: 'Also find what was restored recently.', example: 'true', optional })
  includeRecentlyRestored?: boolean;
}

/** A search for outage events (CONTRACTS.md section 2). */
@Message({
  schema,
  type: 'SearchOutageEventsRequest',
  order: 'any',
  description: 'A search for outage events.',
})
export class SearchOutageEventsRequest {
  @ObjectField(() => OutageEventFilters, {
    description: 'Which events: accountId, spId, externalOutageId or externalSystem is needed.',
  })
  filters!: OutageEventFilters;

  @IntegerField({
    description: 'How many to leave out, 0 by default.',
    example: '0',
    minimum: 0,
    maximum: 2 ** 31 - 1,
    optional,
  })
  offset?: number;

  @IntegerField({
    description: 'How many to answer at most, 100 by default.',
    example: '100',
    minimum: 1,
    maximum: 1000,
    optional,
  })
  limit?: number;
}
