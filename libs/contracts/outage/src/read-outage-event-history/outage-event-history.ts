import { DateTimeField, IntegerField, Message, ObjectField, TokenField } from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';

const optional = true;

/** Whose history, and which page of it. */
export class OutageEventHistoryParameters {
  @TokenField({
    description: 'The outage management system.',
    example: 'CCB-NMS integration',
    minLength: 1,
    maxLength: 30,
  })
  externalSystem!: string;

  @TokenField({ description: 'The event there.', example: '200234', minLength: 1, maxLength: 254 })
  externalOutageId!: string;

  @IntegerField({
    description: 'How many to leave out, 0 by default.',
    minimum: 0,
    maximum: 2 ** 31 - 1,
    optional,
  })
  offset?: number;

  @IntegerField({
    description: 'How many to answer at most, 100 by default.',
    minimum: 1,
    maximum: 1000,
    optional,
  })
  limit?: number;
}

@Message({ schema, type: 'HistoryEntry', order: 'any', description: 'What became of one message.' })
export class HistoryEntry {
  @DateTimeField({ description: 'When it was decided.', example: '2025-02-06T10:00:00.000Z' })
  receivedAt!: string;

  @TokenField({
    description: 'The id of the request, as the log has it.',
    example: '00000000-0000-4000-8000-000000000001',
  })
  requestId!: string;

  @TokenField({ description: 'Where the message stood in its request.', example: '/outageMessages/0' })
  path!: string;

  @TokenField({
    description: 'Whether it is part of the event.',
    example: 'REFUSED',
    choices: ['ACCEPTED', 'REFUSED'],
  })
  outcome!: string;

  @TokenField({
    description:
      'ADDED, UPDATED; STALE, lower messageReference than the stored; DISCARDED, the event is final; UNKNOWN_SYSTEM; INCOMPLETE, a new event without outageType or startDateTime; NEIGHBOUR, another message of its request is at fault.',
    example: 'STALE',
    choices: ['ADDED', 'UPDATED', 'STALE', 'DISCARDED', 'UNKNOWN_SYSTEM', 'INCOMPLETE', 'NEIGHBOUR'],
  })
  reason!: string;

  @TokenField({ description: 'The messageReference that it came with.', example: '11', optional })
  messageReference?: string;

  @TokenField({ description: 'The messageReference that was stored when it came.', example: '12', optional })
  storedMessageReference?: string;
}

/** What became of the messages about an outage event, the newest first: why does it (not) show? */
@Message({
  schema,
  type: 'OutageEventHistory',
  order: 'any',
  description: 'A page of the messages about an event.',
})
export class OutageEventHistory {
  @ObjectField(() => HistoryEntry, { description: 'The messages, the newest first.', list: { min: 0 } })
  messages!: HistoryEntry[];

  @IntegerField({ description: 'How many messages there were in all.', example: '2', minimum: 0 })
  totalCount!: number;
}
