import { workOrdersContract } from '@trunkline/contracts/work-orders';
import { Refusal } from '@trunkline/faults';
import { answer, type Reaction } from '@trunkline/simulation';
import {
  composeAnswer,
  EnvelopeReader,
  faultOfRefusal,
  messageHeader,
  type RequestHeader,
  type SoapMessage,
  type SoapOutcome,
  type SoapRequest,
  writeAnswer,
  writeEnvelope,
} from '@trunkline/soap';
import { xmlType } from '../simulated-answer';

/** What comes of a message: its outcome, and what becomes of the answer on its way. */
export interface Handled {
  readonly outcome: SoapOutcome;
  readonly wire?: ((xml: string) => Reaction) | undefined;
}

/** Reads one request, has it handled, and writes the answer as the contract says. */
export function converse(request: SoapRequest, handle: (message: SoapMessage) => Handled): Reaction {
  const reader = new EnvelopeReader(workOrdersContract, request);
  try {
    const message = reader.read();
    const { outcome, wire } = handle(message);
    const { status, xml } = write(message, outcome, reader.version);
    return wire ? wire(xml) : answer(xml, { type: xmlType, status });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { fault, status } = faultOfRefusal(reader.version, error);
    return answer(writeEnvelope(reader.version, fault), { type: xmlType, status });
  }
}

function write({ operation, header }: SoapMessage, outcome: SoapOutcome, version: EnvelopeReader['version']) {
  const received = header as RequestHeader;
  const { conversationId = '', requestId = '', messageId = '' } = messageHeader.identify(received);
  // Its clock is the caller's, where that tells the time: an answer is then the same each time.
  const at = received.RequestTimestamp ?? new Date().toISOString();
  const facts = { conversationId, requestId, messageId, at };
  const made = composeAnswer(workOrdersContract, operation, header, outcome, facts, 'body');
  return writeAnswer(workOrdersContract, operation, made, version);
}
