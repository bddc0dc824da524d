import {
  BooleanField,
  DateField,
  DateTimeField,
  DecimalField,
  Message,
  ObjectField,
  TextField,
  TokenField,
} from '@trunkline/fields';
import { servicesSchema as schema } from '../cmp-services.schemas';

const optional = true;

@Message({
  schema,
  type: 'SubscriptionServiceType',
  description: 'A service; values that were never set are absent.',
})
export class SubscriptionService {
  @TokenField({ description: 'The code of the service.', example: 'SPREMC' })
  ServiceCode!: string;

  @DateField({ description: 'The first day in force, as it was sent.', example: '2014-09-22' })
  EffectiveDate!: string;

  @DateField({ description: 'The last day in force, as it was sent.', optional })
  ExpiryDate?: string;

  @TextField({ description: 'The description.', optional })
  ServiceDescription?: string;

  @DecimalField({ description: 'The price.', example: '24.50', fractionDigits: 2, optional })
  Price?: string;

  @TextField({ description: 'The longer description.', optional })
  LongDescription?: string;

  @TokenField({ description: 'The reference of the service contract.', optional })
  ContractReference?: string;

  @BooleanField({ description: 'Whether the charge for what remains is left off the invoice.', optional })
  SuppressRemainingCharge?: boolean;

  @TokenField({ description: 'The discount consolidated service.', optional })
  PriceConsolidationService?: string;

  @DateTimeField({ description: 'When it was created or last changed.', example: '2026-01-31T09:30:00.000Z' })
  LastAmendedDate!: string;
}

@Message({ schema, type: 'SubscriptionServicesType' })
export class SubscriptionServices {
  @ObjectField(() => SubscriptionService, {
    description: 'A service of the subscription, the earliest first.',
    list: { min: 0 },
  })
  SubscriptionService!: SubscriptionService[];
}

@Message({ schema, type: 'SubscriptionServicesResultType' })
export class SubscriptionServicesResult {
  @TextField({
    description: 'As received; absent where none was sent.',
    minLength: 1,
    maxLength: 69,
    optional,
  })
  ExternalReference?: string;

  @ObjectField(() => SubscriptionServices, { description: 'The services of the subscription.' })
  SubscriptionServices!: SubscriptionServices;

  @BooleanField({ description: 'Whether there are more services than one answer holds.', example: 'false' })
  QueryLimitExceeded!: boolean;
}

/** The body of a QuerySubscriptionServices answer. */
@Message({
  schema,
  type: 'QuerySubscriptionServicesResponseType',
  description: 'The services of a subscription.',
})
export class QuerySubscriptionServicesResponse {
  @ObjectField(() => SubscriptionServicesResult, { description: 'The answer.', qualified: true })
  Result!: SubscriptionServicesResult;
}
