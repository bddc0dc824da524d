import { Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import { EnvelopeReader } from '@trunkline/soap';
import { leftOut } from '../contracts/agrees-with-libxml2';
import { isValid } from '../contracts/proves-its-samples';
import type { Verdict } from '../judges/libxml2.worker.mts';
import type { FuzzedRequest } from './fuzzed-request';

/** What is refused of an envelope for reasons that no schema has: by kind, and by words where the kind has others. */
const beyondSchemas =
  /^(VersionMismatch|MustUnderstand|UnknownOperation|ActionMismatch|Unsupported\w+|TooLarge)$/;
const beyondXml = /DOCTYPE|document type|encod|charset|UTF|deeper|elements|attributes|envelope|header|body/i;

/** Where libxml2 is not asked about envelopes. */
const leftOutHere = [
  ...leftOut,
  /** What SOAP says of attributes of its own elements, and we do not hold against anybody. */
  /^line \d+: Element '\{http:[^}]*soap[^}]*\}(Envelope|Header|Body)', attribute/,
  /** To Namespaces in XML any text is a name (section 2.2). */
  /xmlns[^]* is not a valid URI/,
];

/** The text of a request that has one: libxml2 is given characters, and what is no UTF-8 has none. */
export function textOf({ body }: FuzzedRequest): string | undefined {
  const text = body.toString();
  return Buffer.from(text).equals(body) ? text : undefined;
}

/** Whether our reader and libxml2 see a request differently; undefined where they agree, or where libxml2 is not asked. */
export function disagreement(
  contract: SoapContract,
  { sample, body }: FuzzedRequest,
  theirs: Verdict,
): string | undefined {
  if (theirs.some((complaint) => leftOutHere.some((pattern) => pattern.test(complaint)))) return undefined;
  const { 'content-type': contentType, soapaction: soapAction } = sample.request.headers;
  try {
    const message = new EnvelopeReader(contract, { contentType, soapAction, body }).read();
    // A schema cannot say how often a block stands in an envelope.
    if (message.faults.some(({ path }) => path === contract.header?.request.element)) return undefined;
    const valid = isValid(contract, message);
    if (valid === (theirs.length === 0)) return undefined;
    return `${valid ? 'valid' : 'not valid'} for us; libxml2 says ${JSON.stringify(theirs)}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const more = beyondSchemas.test(error.kind) || beyondXml.test(error.message);
    return theirs.length > 0 || more
      ? undefined
      : `refused by us as ${error.kind}, ${error.message}; libxml2 finds it valid`;
  }
}
