// Written by `npm run published`, from what the others import of this lib.
export { type FaultName, catalogue, sections } from './catalogue/catalogue';
export { type FaultRow } from './catalogue/row';
export { Fault, type FaultDetails, type FieldFault } from './fault';
export { Refusal, type RefusalKind, refusals } from './refusal';
