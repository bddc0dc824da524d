import type { RestContract, RestOperation } from './rest';
import type { SoapContract, SoapOperation } from './soap';

export { jsonMedia, mediaTypeOf } from './json-media';
export { malformedJson, offsetOfFault } from './malformed-json';
export type { CommonFaults, OperationFacts } from './operation';
export {
  type AnswerFacts,
  type RenderedFault,
  type Root,
  root,
  rootElements,
  type SentIds,
  type SoapContract,
  soapContract,
  type SoapFaultForm,
  type SoapHeader,
  type SoapOperation,
  soapOperation,
  type SoapVersion,
} from './soap';
export {
  type RestAddress,
  type RestAnswerFacts,
  type RestContext,
  type RestContract,
  restContract,
  type RestFaultForm,
  type RestHeaders,
  type RestMedia,
  type RestOperation,
  restOperation,
} from './rest';

/** An operation of either form. */
export type Operation = SoapOperation | RestOperation;

/** What a service promises, in either form. */
export type Contract = SoapContract | RestContract;
