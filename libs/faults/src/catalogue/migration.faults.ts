import { rows } from './row';

/** The rows of CreateVOIPMigrationWorkOrder (CONTRACTS.md section 5). */
export const migrationFaults = rows({});
