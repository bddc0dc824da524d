export { createVOIPMigrationWorkOrder } from './create-voip-migration-work-order/create-voip-migration-work-order.operation';
export {
  AccountIdentification,
  CreateVOIPMigrationWorkOrderRequest,
} from './create-voip-migration-work-order/create-voip-migration-work-order.request';
export {
  CreateVOIPMigrationWorkOrderResponse,
  MigrationFault,
  WorkOrderCreated,
} from './create-voip-migration-work-order/create-voip-migration-work-order.response';
export { MigrationFailure } from './failure/migration-failure';
export { renderFault } from './failure/render-fault';
export { voipMigrationContract } from './voip-migration.contract';
