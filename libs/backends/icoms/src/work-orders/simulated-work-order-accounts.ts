import data from './simulated-work-order-accounts.json';
import {
  isSimulatedWorkOrderFault,
  type SimulatedWorkOrderFault,
  simulatedWorkOrderFaults,
} from './simulated-work-order-faults.table';

/** An account whose work orders provoke something. */
export interface SimulatedWorkOrderAccount {
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
  readonly provokes: SimulatedWorkOrderFault;
  readonly about: string;
}

/** Those that are shipped: docs/sandbox.md lists them. */
export const simulatedWorkOrderAccounts: readonly SimulatedWorkOrderAccount[] = data.map((account) => {
  const { provokes } = account;
  if (!isSimulatedWorkOrderFault(provokes)) throw new Error(`There is no fault ${provokes} of work orders`);
  return { ...account, provokes, about: simulatedWorkOrderFaults[provokes].about };
});
