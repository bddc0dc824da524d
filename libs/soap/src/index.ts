export { composeAnswer, type FaultPlacement, type SoapAnswer, type SoapOutcome, writeAnswer } from './answer';
export { messageHeader, RequestHeader, ResponseHeader } from './message-header';
export { EnvelopeReader, type SoapMessage } from './read';
export { type SoapRequest, versionByMediaType } from './request';
export { faultSchema, messageHeaderSchema } from './schemas';
export { FaultDetail, FieldFaultDetail, typedFault } from './typed-fault';
export { mediaTypes } from './version';
export {
  type Block,
  faultOfRefusal,
  type SoapFault,
  type SoapFaultCode,
  statusOfFault,
  writeEnvelope,
} from './write';
export { schemasOf, writeContractSchema, writeWsdl, type WsdlAddresses } from './wsdl';
