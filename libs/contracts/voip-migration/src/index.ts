// Written by `npm run published`, from what the others import of this lib.
export { createVOIPMigrationWorkOrder } from './create-voip-migration-work-order/create-voip-migration-work-order.operation';
export { CreateVOIPMigrationWorkOrderRequest } from './create-voip-migration-work-order/create-voip-migration-work-order.request';
export { CreateVOIPMigrationWorkOrderResponse } from './create-voip-migration-work-order/create-voip-migration-work-order.response';
export { MigrationFailure } from './failure/migration-failure';
export { renderFault } from './failure/render-fault';
export { voipMigrationContract } from './voip-migration.contract';
