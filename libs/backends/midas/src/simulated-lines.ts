import { accountsFrom, type SimulatedAccount } from '@trunkline/simulation';
import data from './simulated-lines.json';
import { type SimulatedMidasFault, simulatedMidasFaults } from './simulated-midas-faults.table';

/**
 * A telephone line, and the account that it is on. Reading its details meets what it provokes each time; updating its status every other
 * time, beginning with the first.
 */
export type KnownLine = Omit<SimulatedAccount<SimulatedMidasFault>, 'about'>;

/** The lines that provoke something: docs/sandbox.md lists them. */
export const simulatedLines = accountsFrom(data, simulatedMidasFaults);
