import { soapContract } from '@trunkline/operations';
import { servicesSchema } from './cmp-services.schemas';
import { createService } from './create-service/create-service.operation';
import { cmpFaultForm } from './faults/cmp-faults';
import { querySubscriptionServices } from './query-subscription-services/query-subscription-services.operation';

/** What `cmp-services` promises: CreateService of the CMP, and reading back what it created (CONTRACTS.md section 3). */
export const cmpServicesContract = soapContract({
  name: 'cmp-services',
  title: 'CMP services',
  summary: 'Creates services on subscriptions, accounts and agreements, and gives them back.',
  folder: __dirname,
  service: 'Services',
  schema: servicesSchema,
  path: '/ws/dise3g/services/ServicesPort',
  versions: ['1.1'],
  credentials: {
    scheme: 'basic',
    description:
      'Name and password of a user, in UTF-8. Asked for where users are configured; where none are, they mean nothing.',
  },
  faultForm: cmpFaultForm,
  commonFaults: {
    unexpected: 'CmpSystemError',
    invalid: 'CmpInvalidRequest',
    // Its messages carry no ids: none is known to come again.
    repeated: 'CmpInvalidRequest',
    inDoubt: 'CmpSystemError',
    overloaded: 'CmpUnavailable',
  },
  operations: [createService, querySubscriptionServices],
});
