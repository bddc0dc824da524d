import { BooleanField, Message, ObjectField, TokenField } from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';
import { Characteristic } from './characteristic';
import { EventDetails } from './event-details';

const optional = true;

@Message<Customer>({
  schema,
  type: 'Customer',
  order: 'any',
  description: 'A customer that the outage touches, by account, by service point or by both.',
  rule: ({ accountId, spId }) =>
    accountId || spId ? undefined : { path: 'accountId', rule: 'required', message: 'or spId is needed' },
})
export class Customer {
  @TokenField({ personal: true, description: 'The account.', example: '1589809032', maxLength: 10, optional })
  accountId?: string;

  @TokenField({
    personal: true,
    description: 'The service point.',
    example: '2486945183',
    maxLength: 10,
    optional,
  })
  spId?: string;
}

@Message({ schema, type: 'CustomerInformation', order: 'any', description: 'Whom the outage touches.' })
export class CustomerInformation {
  @BooleanField({
    description: 'The customers are added to the list; false or absent: they are the list.',
    example: 'true',
    optional,
  })
  incrementalUpdate?: boolean;

  @ObjectField(() => Customer, {
    description: 'The customers: each has an accountId, an spId or both.',
    list: { min: 0 },
    optional,
  })
  customers?: Customer[];
}

@Message({ schema, type: 'OutageMessage', order: 'any', description: 'News of one outage event.' })
export class OutageMessage {
  @ObjectField(() => EventDetails, { description: 'The outage event.' })
  eventDetails!: EventDetails;

  @ObjectField(() => CustomerInformation, { description: 'Whom it touches; absent: as before.', optional })
  customerInformation?: CustomerInformation;

  @ObjectField(() => Characteristic, {
    description: 'Additional data, replaced as a whole.',
    list: { min: 0 },
    optional,
  })
  characteristics?: Characteristic[];
}

/** News of outage events, and what is echoed of it (CONTRACTS.md section 2). */
@Message({ schema, type: 'C1OutEvtsUpd', order: 'any', description: 'News of outage events.' })
export class OutageEvents {
  @TokenField({
    description: 'The outage management system that reports: a known External System.',
    example: 'CCB-NMS integration',
    minLength: 1,
    maxLength: 30,
  })
  externalSystem!: string;

  @ObjectField(() => OutageMessage, { description: 'The news, in order.', list: { min: 1 } })
  outageMessages!: OutageMessage[];
}
