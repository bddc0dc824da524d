import type { Schema } from '@trunkline/fields';

/** The messages of CreateWorkOrder_V3 (CONTRACTS.md section 6.2). */
export const workOrdersSchema: Schema = {
  name: 'work-order',
  namespace: 'urn:trunkline:create-work-order:v3',
  prefix: 'wo',
  elements: 'qualified',
};
