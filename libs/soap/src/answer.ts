import type { Fault } from '@trunkline/faults';
import type {
  AnswerFacts,
  RenderedFault,
  SoapContract,
  SoapOperation,
  SoapVersion,
} from '@trunkline/operations';
import { statusOfFault, writeEnvelope } from './write';

/** Where a service puts its faults: in the body as a soap:Fault, or in the answer's header, for consumers of the older habit. */
export type FaultPlacement = 'body' | 'header';

/** What came of a message. */
export type SoapOutcome = { readonly response: object } | { readonly fault: Fault };

/**
 * An answer as values, the same in both SOAP versions: what the journal keeps, so that a repetition is answered byte for byte.
 */
export interface SoapAnswer {
  readonly header?: object | undefined;
  readonly body?: object | undefined;
  readonly fault?: RenderedFault | undefined;
}

/** Puts an answer together: the contract's header block, and the response or the fault in its place. */
export function composeAnswer(
  { header, faultForm }: SoapContract,
  operation: SoapOperation,
  received: object | undefined,
  outcome: SoapOutcome,
  facts: Pick<AnswerFacts, 'conversationId' | 'requestId' | 'messageId' | 'at'>,
  placement: FaultPlacement,
): SoapAnswer {
  const block = (failed: boolean, detail?: object) => header?.answer(received!, { ...facts, failed, detail });
  if ('response' in outcome) return { header: block(false), body: outcome.response };
  const fault = faultForm.render(outcome.fault);
  if (placement === 'body' || !operation.failure) return { header: block(true), fault };
  return { header: block(true, fault.detail), body: operation.failure };
}

/** The document of an answer, and the HTTP status that goes with it (CONTRACTS.md section 0). */
export function writeAnswer(
  contract: SoapContract,
  operation: SoapOperation,
  { header, body, fault }: SoapAnswer,
  version: SoapVersion,
  ofSenders?: number,
): { readonly status: number; readonly xml: string } {
  const block = header && contract.header && { root: contract.header.response, value: header };
  if (!fault)
    return { status: 200, xml: writeEnvelope(version, { root: operation.response, value: body! }, block) };
  const root = contract.faultForm.elements.find(({ element }) => element === fault.element)!;
  const xml = writeEnvelope(version, { ...fault, detail: { root, value: fault.detail } }, block);
  return { status: statusOfFault(version, fault, ofSenders), xml };
}
