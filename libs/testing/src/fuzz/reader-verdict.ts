import { Refusal } from '@trunkline/faults';
import type { Contract, RestContract, RestOperation, SoapContract } from '@trunkline/operations';
import { EnvelopeReader } from '@trunkline/soap';
import { isValid } from '../contracts/proves-its-samples';
import { withoutMessageRules } from '../contracts/verdict';
import type { FuzzedRequest } from './fuzzed-request';

/** What our reader makes of a document. */
export interface ReaderVerdict {
  /** Undefined where it is refused for a reason that no schema has. */
  readonly valid: boolean | undefined;
  /** Why it is refused, where it could not even be read. */
  readonly refusal?: string;
}

/** What is refused for reasons that no schema has: by kind, and by words where the kind has others. */
const beyondSchemas =
  /^(VersionMismatch|MustUnderstand|UnknownOperation|ActionMismatch|Unsupported\w+|TooLarge)$/;
const beyondXml =
  /DOCTYPE|document type|encod|charset|UTF|deeper|elements|attributes|envelope|header|body|root element/i;

/** The verdict of the reader that the service has, but for the rules of a whole message, which no XML Schema can say. */
export async function readerVerdict(contract: Contract, request: FuzzedRequest): Promise<ReaderVerdict> {
  try {
    return {
      valid: contract.form === 'soap' ? ofEnvelope(contract, request) : await ofBody(contract, request),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const beyond = beyondSchemas.test(error.kind) || beyondXml.test(error.message);
    return { valid: beyond ? undefined : false, refusal: `${error.kind}, ${error.message}` };
  }
}

function ofEnvelope(contract: SoapContract, { sample, body }: FuzzedRequest): boolean | undefined {
  const { 'content-type': contentType, soapaction: soapAction } = sample.request.headers;
  const message = new EnvelopeReader(contract, { contentType, soapAction, body }).read();
  // A schema cannot say how often a block stands in an envelope.
  if (message.faults.some(({ path }) => path === contract.header?.request.element)) return undefined;
  return isValid(contract, message);
}

async function ofBody({ media }: RestContract, { sample, body }: FuzzedRequest): Promise<boolean> {
  const operation = sample.operation as RestOperation;
  const { message, faults } = await media.read(operation, body, sample.request.headers['content-type']);
  return withoutMessageRules(operation.request!, message, faults).length === 0;
}
