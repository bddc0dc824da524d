import { root, soapOperation } from '@trunkline/operations';
import { sampleNamespaces } from '../cmp-services.schemas';
import { CreateServiceRequest } from './create-service.request';
import { CreateServiceResponse } from './create-service.response';

/** Creates a service on a subscription, an account or an agreement (CONTRACTS.md section 3). */
export const createService = soapOperation({
  name: 'CreateService',
  version: '1',
  summary: 'Creates a CMP service on a subscription, an account or an agreement.',
  request: root('CreateService', CreateServiceRequest),
  response: root('CreateServiceResponse', CreateServiceResponse, sampleNamespaces),
  action: '',
  faults: [
    'CmpUnknownSubscription',
    'CmpUnknownAccount',
    'CmpUnknownAgreement',
    'CmpUnknownServiceCode',
    'CmpServiceCodeNotEffective',
    'CmpExpiryBeforeEffective',
    'CmpPriceOutOfLimits',
    'CmpAgreementNotAllowed',
    'CmpServiceInForce',
    'CmpServiceConflict',
    'CmpDateOutOfCalendar',
    'CmpNotAllowed',
    'CmpUnavailable',
  ],
  samples: 'create-service/samples',
  effect: 'own-store',
});
