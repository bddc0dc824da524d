// Written by `npm run published`, from the handlers of this app.
import { CreateVOIPMigrationWorkOrderHandler } from './create-voip-migration-work-order/create-voip-migration-work-order.handler';

export const handlers = [CreateVOIPMigrationWorkOrderHandler];
