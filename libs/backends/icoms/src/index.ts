// Written by `npm run published`, from what the others import of this lib.
export { IcomsConfig, sandboxCredentials } from './icoms.config';
export { IcomsModule } from './icoms.module';
export { IcomsSimulator, type IcomsState } from './icoms.simulator';
export { Icoms, type IcomsEvent } from './icoms';
export { simulatedAccounts } from './simulated-accounts';
export { simulatedFaults } from './simulated-faults.table';
export { serveIcoms, startIcomsSimulator } from './simulator-server';
export { IcomsWorkOrdersConfig } from './work-orders/icoms-work-orders.config';
export { IcomsWorkOrdersModule } from './work-orders/icoms-work-orders.module';
export { IcomsWorkOrdersSimulator, type KnownAccount } from './work-orders/icoms-work-orders.simulator';
export { IcomsWorkOrders, type MigrationWorkOrder } from './work-orders/icoms-work-orders';
export { simulatedWorkOrderAccounts } from './work-orders/simulated-work-order-accounts';
export {
  type SimulatedWorkOrderFault,
  simulatedWorkOrderFaults,
} from './work-orders/simulated-work-order-faults.table';
export { serveWorkOrders, startWorkOrdersSimulator } from './work-orders/work-orders-server';
