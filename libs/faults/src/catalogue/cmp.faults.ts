import { rows } from './row';

/** The rows of the CMP services (CONTRACTS.md section 3). */
export const cmpFaults = rows({});
