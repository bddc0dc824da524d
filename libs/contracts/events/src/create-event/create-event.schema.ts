import type { Schema } from '@trunkline/fields';

/** The messages of CreateEventV2 (CONTRACTS.md section 1). */
export const createEventSchema: Schema = {
  name: 'event',
  namespace: 'urn:trunkline:create-event:v2',
  prefix: 'evt',
  elements: 'qualified',
};
