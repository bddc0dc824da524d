// Written by `npm run published`, from what the others import of this lib.
export { MidasConfig } from './midas.config';
export { MidasModule } from './midas.module';
export { MidasSimulator } from './midas.simulator';
export { type LineDetails, Midas, type StatusReport } from './midas';
export { type KnownLine, simulatedLines } from './simulated-lines';
export { type SimulatedMidasFault, simulatedMidasFaults } from './simulated-midas-faults.table';
export { serveMidas, startMidasSimulator } from './simulator-server';
