import { accountsFaults } from './accounts.faults';
import { cmpFaults } from './cmp.faults';
import { messageFaults } from './message.faults';
import { migrationFaults } from './migration.faults';
import { outageFaults } from './outage.faults';

/** The rows of each contract; docs/errors.md is made from them and held equal by a test. */
export const sections = {
  'CreateEventV2 and CreateWorkOrder_V3': messageFaults,
  CreateVOIPMigrationWorkOrder: migrationFaults,
  CreateService: cmpFaults,
  'Outage events': outageFaults,
  'Party accounts': accountsFaults,
} as const;

/** Every error of every contract, one row an error, by its name. */
export const catalogue = {
  ...messageFaults,
  ...migrationFaults,
  ...cmpFaults,
  ...outageFaults,
  ...accountsFaults,
};

export type FaultName = keyof typeof catalogue;
