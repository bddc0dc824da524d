import { IntegerField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { servicesSchema as schema } from '../cmp-services.schemas';

/** ALL: whatever was ever created. ACTIVE: what is in force today. */
export const statusFilters = ['ALL', 'ACTIVE'] as const;

@Message({ schema, type: 'SubscriptionServicesQueryType', order: 'any' })
export class SubscriptionServicesQuery {
  @TextField({
    description: 'Returned unmodified in the answer.',
    example: 'abc',
    minLength: 1,
    maxLength: 69,
    optional: true,
  })
  ExternalReference?: string;

  @IntegerField({ description: 'The subscription.', example: '2', minimum: 0, maximum: 99_999_999 })
  SubscriptionNumber!: number;

  @TokenField({
    description: 'ALL for every service, ACTIVE for those in force today.',
    example: 'ALL',
    choices: statusFilters,
  })
  StatusFilter!: (typeof statusFilters)[number];
}

/** The body of a QuerySubscriptionServices request. */
@Message({
  schema,
  type: 'QuerySubscriptionServicesType',
  description: 'Asks for the services of a subscription.',
})
export class QuerySubscriptionServicesRequest {
  @ObjectField(() => SubscriptionServicesQuery, { description: 'What is asked for.', qualified: true })
  Request!: SubscriptionServicesQuery;
}
