import { rows } from './row';

/** The rows of the outage events (CONTRACTS.md section 2). */
export const outageFaults = rows({});
