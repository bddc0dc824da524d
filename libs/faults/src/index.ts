export { catalogue, type FaultName, type FaultRow, type Severity } from './catalogue';
export { Fault, type FaultDetails, type FieldFault } from './fault';
export { Refusal, refusals, type RefusalDetails, type RefusalKind } from './refusal';
