// Written by `npm run published`, from the handlers of this app.
import { CreateServiceHandler } from './create-service/create-service.handler';
import { QuerySubscriptionServicesHandler } from './query-subscription-services/query-subscription-services.handler';

export const handlers = [CreateServiceHandler, QuerySubscriptionServicesHandler];
