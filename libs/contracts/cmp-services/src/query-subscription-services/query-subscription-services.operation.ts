import { root, soapOperation } from '@trunkline/operations';
import { sampleNamespaces } from '../cmp-services.schemas';
import { QuerySubscriptionServicesRequest } from './query-subscription-services.request';
import { QuerySubscriptionServicesResponse } from './query-subscription-services.response';

/** Reads back the services of a subscription. */
export const querySubscriptionServices = soapOperation({
  name: 'QuerySubscriptionServices',
  version: '1',
  summary: 'Gives the services of a subscription, all of them or those in force today.',
  request: root('QuerySubscriptionServices', QuerySubscriptionServicesRequest),
  response: root('QuerySubscriptionServicesResponse', QuerySubscriptionServicesResponse, sampleNamespaces),
  action: '',
  faults: ['CmpUnknownSubscription', 'CmpNotAllowed', 'CmpUnavailable'],
  samples: 'query-subscription-services/samples',
  effect: 'own-store',
});
