// Written by `npm run published`, from what the others import of this lib.
export { type Contract, type Operation } from './contract';
export { jsonMedia, jsonText } from './json-media';
export { malformedJson, offsetOfFault } from './malformed-json';
export { type CommonFaults, type Credentials } from './operation';
export {
  type RestAddress,
  type RestAnswerFacts,
  type RestContext,
  type RestContract,
  type RestFaultForm,
  type RestHeaders,
  type RestMedia,
  type RestOperation,
  restContract,
  restOperation,
} from './rest';
export {
  type AnswerFacts,
  type RenderedFault,
  type Root,
  type SentIds,
  type SoapContract,
  type SoapFaultForm,
  type SoapHeader,
  type SoapOperation,
  type SoapVersion,
  root,
  rootElements,
  soapContract,
  soapOperation,
} from './soap';
