import type { Schema } from '@trunkline/fields';

/** The common message header (CONTRACTS.md section 0). */
export const messageHeaderSchema: Schema = {
  name: 'header',
  namespace: 'urn:trunkline:message-header:v1',
  prefix: 'hdr',
  elements: 'qualified',
};

/** The typed fault detail (CONTRACTS.md section 1). */
export const faultSchema: Schema = {
  name: 'fault',
  namespace: 'urn:trunkline:fault:v1',
  prefix: 'flt',
  elements: 'qualified',
};
