import type { Schema } from '@trunkline/fields';

/** The messages of the outage events in XML: no namespace (CONTRACTS.md section 2). */
export const outageSchema: Schema = { name: 'outage', namespace: '', prefix: '', elements: 'unqualified' };
