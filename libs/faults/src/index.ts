export { catalogue, type FaultName, sections } from './catalogue/catalogue';
export type { FaultRow, Severity } from './catalogue/row';
export { Fault, type FaultDetails, type FieldFault } from './fault';
export { Refusal, refusals, type RefusalDetails, type RefusalKind } from './refusal';
