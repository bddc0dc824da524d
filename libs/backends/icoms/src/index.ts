export { Icoms, type IcomsEvent } from './icoms';
export { IcomsConfig, sandboxCredentials } from './icoms.config';
export { IcomsGateway } from './icoms.gateway';
export { IcomsModule } from './icoms.module';
export { type CreatedEvent, IcomsSimulator, type IcomsState, type PendingFault } from './icoms.simulator';
export { type SimulatedAccount, simulatedAccounts } from './simulated-accounts';
export { type SimulatedFault, simulatedFaults } from './simulated-faults.table';
export { serveIcoms, startIcomsSimulator } from './simulator-server';
