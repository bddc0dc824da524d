import { Message, TextField, TokenField } from '@trunkline/fields';

const optional = true;
const longestCallback = 2000;
const callback = {
  description:
    'Where notifications are sent to: exactly this address, by POST. Its host must be one that the service is set to call.',
  example: 'https://crm.example.com/listener/partyAccountCreateEvent',
  minLength: 1,
  maxLength: longestCallback,
};
const query = {
  description: 'Which events: only eventType=PartyAccountCreateEvent, which is also what its absence means.',
  example: 'eventType=PartyAccountCreateEvent',
  pattern: '(eventType=PartyAccountCreateEvent)?',
};

/** A listener as it asks to be registered. */
@Message({ description: 'A listener to notifications.' })
export class EventSubscriptionInput {
  @TokenField(callback)
  callback!: string;

  @TextField({ ...query, optional })
  query?: string;
}

/** A listener that is registered. */
@Message({ description: 'A listener that is registered.' })
export class EventSubscription {
  @TokenField({ description: 'Its identifier.' })
  id!: string;

  @TokenField(callback)
  callback!: string;

  @TextField({ ...query, optional })
  query?: string;
}

/** Where a listener is that was registered. */
export class EventSubscriptionHeaders {
  @TokenField({ description: 'Its address.', example: '/brm/accountManagement/v4/hub/4711' })
  Location!: string;
}
