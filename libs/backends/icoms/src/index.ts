export { Icoms, type IcomsEvent } from './icoms';
export { IcomsConfig, sandboxCredentials } from './icoms.config';
export { IcomsGateway } from './icoms.gateway';
export { IcomsModule } from './icoms.module';
export { type CreatedEvent, IcomsSimulator, type IcomsState } from './icoms.simulator';
export { type SimulatedAccount, simulatedAccounts } from './simulated-accounts';
export { type SimulatedFault, simulatedFaults } from './simulated-faults.table';
export { serveIcoms, startIcomsSimulator } from './simulator-server';
export { IcomsWorkOrders, type MigrationWorkOrder } from './work-orders/icoms-work-orders';
export { IcomsWorkOrdersConfig } from './work-orders/icoms-work-orders.config';
export { IcomsWorkOrdersModule } from './work-orders/icoms-work-orders.module';
export {
  IcomsWorkOrdersSimulator,
  type KnownAccount,
  type SimulatedWorkOrder,
  type WorkOrdersState,
} from './work-orders/icoms-work-orders.simulator';
export {
  type SimulatedWorkOrderAccount,
  simulatedWorkOrderAccounts,
} from './work-orders/simulated-work-order-accounts';
export {
  type SimulatedWorkOrderFault,
  simulatedWorkOrderFaults,
} from './work-orders/simulated-work-order-faults.table';
export { serveWorkOrders, startWorkOrdersSimulator } from './work-orders/work-orders-server';
