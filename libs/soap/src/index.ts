// Written by `npm run published`, from what the others import of this lib.
export { type FaultPlacement, type SoapAnswer, type SoapOutcome, composeAnswer, writeAnswer } from './answer';
export { RequestHeader, messageHeader } from './message-header';
export { EnvelopeReader, type SoapMessage } from './read';
export { type SoapRequest, versionByMediaType } from './request';
export { FaultDetail, faultRoot, typedFault } from './typed-fault';
export { envelopes, mediaTypes } from './version';
export { type SoapFaultCode, faultOfRefusal, writeEnvelope } from './write';
export { publishedDocument, schemasOf, serviceNameOf, writeContractSchema, writeWsdl } from './wsdl';
