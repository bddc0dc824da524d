import type { Schema } from '@trunkline/fields';

/**
 * The messages of the CMP's services (CONTRACTS.md section 3). Only the element below an operation's own is qualified; a consumer
 * sees `def` in the WSDL and, as in the published sample, `ns2` in an answer.
 */
export const servicesSchema: Schema = {
  name: 'services',
  namespace: 'http://mdsuk.com/ws/dise3g/services/definition',
  prefix: 'ns2',
  publishedPrefix: 'def',
  elements: 'unqualified',
};

/** The faults of the CMP. */
export const exceptionSchema: Schema = {
  name: 'exception',
  namespace: 'http://mdsuk.com/ws/dise3g/fault/exception',
  prefix: 'ns4',
  publishedPrefix: 'fault',
  elements: 'unqualified',
};

/** What the published sample's answer declares beside its own namespace. */
export const sampleNamespaces = {
  ns3: 'http://mdsuk.com/ws/dise3g/workflow/definition',
  [exceptionSchema.prefix]: exceptionSchema.namespace,
};
