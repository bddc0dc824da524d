import {
  IcomsWorkOrdersSimulator,
  simulatedAccounts,
  simulatedWorkOrderAccounts,
} from '@trunkline/backends/icoms';
import { MidasSimulator, simulatedLines } from '@trunkline/backends/midas';

/** The work orders of ICOMS as the sandbox has them: MIDAS's lines are on accounts that it knows. */
export function aWorkOrdersSimulator(): IcomsWorkOrdersSimulator {
  return new IcomsWorkOrdersSimulator(simulatedLines);
}

/** MIDAS as the sandbox has it: ICOMS's accounts have lines that it knows. */
export function aMidasSimulator(): MidasSimulator {
  return new MidasSimulator([...simulatedAccounts, ...simulatedWorkOrderAccounts]);
}
