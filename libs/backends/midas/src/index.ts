export {
  type LineDetails,
  Midas,
  type MidasLine,
  type MigrationStatus,
  migrationStatuses,
  type StatusReport,
} from './midas';
export { MidasConfig } from './midas.config';
export { MidasModule } from './midas.module';
export { type MidasState, MidasSimulator, type MigratingLine, type SetStatus } from './midas.simulator';
export { type KnownLine, type SimulatedLine, simulatedLines } from './simulated-lines';
export { type SimulatedMidasFault, simulatedMidasFaults } from './simulated-midas-faults.table';
export { serveMidas, startMidasSimulator } from './simulator-server';
