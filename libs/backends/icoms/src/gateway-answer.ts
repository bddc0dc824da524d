import { Refusal } from '@trunkline/faults';
import { decodeText } from '@trunkline/fields';
import type { HttpAnswer } from '@trunkline/outbound';
import { type GatewayElement, readElements } from './gateway-xml';

/** What ICOMS says has come of a request: 0 is success. */
export interface Outcome {
  readonly code: number;
  /** In ICOMS's own words; may be empty. */
  readonly text: string;
}

/** An answer that says nothing of the outcome. `message` tells how, and quotes nothing of it but an element's name. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

const errorPaths = ['ICOMS/ERROR', 'ICOMS/MAC00183/ERROR'];
const inlinePath = 'ICOMS/MAC00183/INL01374';

/**
 * The outcome that an answer states. An ERROR of a code that is not 0 stands above the inline, which then was not run.
 *
 * @throws UnreadableAnswer
 */
export function readOutcome(answer: HttpAnswer): Outcome {
  if (answer.status !== 200) throw new UnreadableAnswer(`ICOMS answered with HTTP status ${answer.status}`);
  const elements = readDocument(answer);
  if (elements[0]?.path !== 'ICOMS')
    throw new UnreadableAnswer('The answer of ICOMS has another root than ICOMS in no namespace');
  const errors = elements
    .filter(({ path }) => errorPaths.includes(path))
    .map(({ attributes }) => outcomeOf(attributes['_RC'], attributes['_MSGTEXT']));
  const error = errors.find(({ code }) => code !== 0);
  const inline = elements.find(({ path }) => path === inlinePath)?.attributes ?? {};
  if (!error) return outcomeOf(inline['INLNRTRNCODE'], inline['INLNMESGTEXT']);
  if (/^\s*[+-]?0+\s*$/.test(inline['INLNRTRNCODE'] ?? '')) {
    throw new UnreadableAnswer('The answer of ICOMS states both an error and success');
  }
  return error;
}

/** The XML of an answer, in the encoding that its Content-Type says. Throws a Refusal of what cannot be read. */
export function xmlIn({ headers, body }: HttpAnswer): string {
  return decodeText(body, String(headers['content-type']));
}

function readDocument(answer: HttpAnswer): GatewayElement[] {
  try {
    return readElements(xmlIn(answer));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const place = error.line === undefined ? '' : `, line ${error.line} column ${error.column}`;
    throw new UnreadableAnswer(
      `The answer of ICOMS, ${answer.body.length} bytes, cannot be read: ${error.message}${place}`,
    );
  }
}

/** A code that is missing, empty or no integer leaves us without an outcome. */
function outcomeOf(code = '', text = ''): Outcome {
  if (!/^\s*[+-]?\d{1,9}\s*$/.test(code))
    throw new UnreadableAnswer('The answer of ICOMS has no return code');
  return { code: Number(code), text: text.trim() };
}
