import data from './simulated-accounts.json';
import { isSimulatedFault, type SimulatedFault, simulatedFaults } from './simulated-faults.table';

/** An account that the simulator knows. */
export interface SimulatedAccount {
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
  /** What every request for it meets. */
  readonly provokes?: SimulatedFault;
  readonly about: string;
}

/** The accounts that are shipped: docs/sandbox.md lists them. */
export const simulatedAccounts: readonly SimulatedAccount[] = data.map(({ provokes, about, ...account }) => {
  if (provokes === undefined) return { ...account, about: about ?? '' };
  if (!isSimulatedFault(provokes)) throw new Error(`simulated-accounts.json: there is no fault ${provokes}`);
  return { ...account, provokes, about: simulatedFaults[provokes].about };
});
