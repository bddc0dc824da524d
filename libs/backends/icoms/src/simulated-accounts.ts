import { accountsFrom } from '@trunkline/simulation';
import data from './simulated-accounts.json';
import { simulatedFaults } from './simulated-faults.table';

/** The accounts that the gateway of the simulator knows: docs/sandbox.md lists them. */
export const simulatedAccounts = accountsFrom(data, simulatedFaults);
