export { cmpServicesContract } from './cmp-services.contract';
export { createService } from './create-service/create-service.operation';
export {
  AuditRecord,
  CreateServiceData,
  CreateServiceRequest,
  ServiceData,
} from './create-service/create-service.request';
export { CreateServiceResponse, CreateServiceResult } from './create-service/create-service.response';
export { type CustomerLevel, customerLevels } from './customer-level';
export { cmpFault } from './faults/cmp-faults';
export { querySubscriptionServices } from './query-subscription-services/query-subscription-services.operation';
export {
  QuerySubscriptionServicesRequest,
  SubscriptionServicesQuery,
} from './query-subscription-services/query-subscription-services.request';
export {
  QuerySubscriptionServicesResponse,
  SubscriptionService,
  SubscriptionServices,
  SubscriptionServicesResult,
} from './query-subscription-services/query-subscription-services.response';
