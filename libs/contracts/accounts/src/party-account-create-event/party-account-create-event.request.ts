import { DateTimeField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import type { FieldFault } from '@trunkline/faults';
import type { WithSource } from '../json/exact-json.media';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value';
import { longestKey, PartyAccount } from '../party-account/party-account';

const optional = true;

export class PartyAccountCreateEventPayload {
  @ObjectField(() => PartyAccount, { description: 'The account.' })
  partyAccount!: PartyAccount;
}

/** The notification that an account was created elsewhere (CONTRACTS.md section 4). */
@Message({
  description: 'The notification that an account was created; null is absence.',
  rule: eventOrPayload,
})
export class PartyAccountCreateEvent implements WithSource {
  @TokenField({
    description: 'The identifier of the notification: one that comes again is not done again.',
    example: '570a209b-5169-48fc-8439-2a6447162f30',
    minLength: 1,
    maxLength: longestKey,
  })
  eventId!: string;

  @DateTimeField({ description: 'When it happened.', example: '2021-04-19T12:23:14.330Z', optional })
  eventTime?: string;

  @TokenField({
    description: 'PartyAccountCreateEvent.',
    example: 'PartyAccountCreateEvent',
    choices: ['PartyAccountCreateEvent'],
    optional,
  })
  eventType?: string;

  @TokenField({ description: 'What it belongs to.', example: '15678900', optional })
  correlationId?: string;

  @TextField({ description: 'The domain.', optional })
  domain?: string;

  @TextField({ description: 'The title.', optional })
  title?: string;

  @TextField({ description: 'An explanation.', optional })
  description?: string;

  @TextField({ description: 'The priority.', optional })
  priority?: string;

  @DateTimeField({ description: 'When it occurred.', optional })
  timeOcurred?: string;

  @ObjectField(() => PartyAccountCreateEventPayload, { description: 'What happened.', optional })
  event?: PartyAccountCreateEventPayload;

  @ObjectField(() => PartyAccountCreateEventPayload, {
    description: 'The same as event, which it may stand for.',
    optional,
  })
  payload?: PartyAccountCreateEventPayload;

  readonly source!: JsonObject;
}

function eventOrPayload({ event, payload }: PartyAccountCreateEvent): FieldFault | undefined {
  if (event && payload)
    return { path: 'payload', rule: 'one', message: 'must not stand beside event: they are one' };
  return event || payload ? undefined : { path: 'event', rule: 'required', message: 'is missing' };
}

/** Where the account stands in an event that was checked, by name: `event` or `payload`. */
export function carrierOf({ event }: PartyAccountCreateEvent): 'event' | 'payload' {
  return event ? 'event' : 'payload';
}

/** The account of an event that was checked, as it came. */
export function accountOf(request: PartyAccountCreateEvent): JsonObject {
  return checked(carried(request).get('partyAccount'));
}

/** An event that was checked, without its account; `event` has what stood beside that, also where it came in `payload`. */
export function envelopeOf(request: PartyAccountCreateEvent): JsonObject {
  const beside = without(carried(request), 'partyAccount');
  return new Map([...without(request.source, 'event', 'payload'), ['event', beside]]);
}

function carried(request: PartyAccountCreateEvent): JsonObject {
  return checked(request.source.get(carrierOf(request)));
}

function checked(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new TypeError('The event was not checked: it has no account');
  return value;
}

function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return new Map([...object].filter(([name]) => !names.includes(name)));
}
