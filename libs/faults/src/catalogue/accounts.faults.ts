import { rows } from './row';

/** The rows of the accounts (CONTRACTS.md section 4). */
export const accountsFaults = rows({});
