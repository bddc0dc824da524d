// Written by `npm run published`, from what the others import of this lib.
export { cmpServicesContract } from './cmp-services.contract';
export { createService } from './create-service/create-service.operation';
export {
  CreateServiceData,
  CreateServiceRequest,
  ServiceData,
} from './create-service/create-service.request';
export { CreateServiceResponse } from './create-service/create-service.response';
export { type CustomerLevel, customerLevels } from './customer-level';
export { cmpFault } from './faults/cmp-faults';
export { priceFacets } from './price';
export { querySubscriptionServices } from './query-subscription-services/query-subscription-services.operation';
export { QuerySubscriptionServicesRequest } from './query-subscription-services/query-subscription-services.request';
export {
  QuerySubscriptionServicesResponse,
  SubscriptionService,
} from './query-subscription-services/query-subscription-services.response';
