import { accountsFrom } from '@trunkline/simulation';
import data from './simulated-work-order-accounts.json';
import { simulatedWorkOrderFaults } from './simulated-work-order-faults.table';

/** The accounts whose work orders provoke something: docs/sandbox.md lists them. */
export const simulatedWorkOrderAccounts = accountsFrom(data, simulatedWorkOrderFaults);
