import { Refusal } from '@trunkline/faults';
import { ElementReader, parseXml, type XmlElement, type XmlHandler } from '@trunkline/fields';
import type { Root } from '@trunkline/operations';
import { envelopes, type FaultDetail, faultRoot } from '@trunkline/soap';
import { UnreadableAnswer } from '../gateway-answer';

const envelope = envelopes['1.1'];
const body = `{${envelope}}Envelope/{${envelope}}Body`;
const detail = `${body}/{${envelope}}Fault/detail`;

/**
 * Reads the message of an answer, or the typed detail of a fault, in the namespaces of the contract: node-soap goes by local names, and
 * takes a message of another contract for ours. What stands beside or in it and is not known is left out.
 *
 * @throws UnreadableAnswer when there is neither, or several, or it breaks a rule of its fields. Quotes nothing of it.
 */
export function readWorkOrderAnswer<T extends object>(response: Root<T>, xml: string): T | FaultDetail {
  const reader = new AnswerReader<T | FaultDetail>([
    { place: body, root: response },
    { place: detail, root: faultRoot },
  ]);
  try {
    parseXml(xml, reader);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { line, column } = error;
    throw new UnreadableAnswer(`The answer of ICOMS cannot be read: line ${line} column ${column}`);
  }
  const [found, ...others] = reader.found;
  if (!found || others.length > 0 || found.faults.found.some(({ rule }) => rule !== 'unknown'))
    throw new UnreadableAnswer('The answer of ICOMS is not the one that its contract says');
  return found.message;
}

/** What may stand in an answer, and within which elements. */
interface Part<T extends object> {
  readonly place: string;
  readonly root: Root<T>;
}

class AnswerReader<T extends object> implements XmlHandler {
  readonly found: ElementReader<T>[] = [];
  private readonly around: string[] = [];
  private reading: ElementReader<T> | undefined;

  constructor(private readonly parts: readonly Part<T>[]) {}

  open(element: XmlElement): void {
    if (this.reading) return this.reading.element(element);
    const place = this.around.join('/');
    const { local, uri } = element;
    const part = this.parts.find(
      ({ place: within, root }) => within === place && root.element === local && root.namespace === uri,
    );
    if (part) this.found.push((this.reading = new ElementReader(part.root.message, element)));
    else this.around.push(uri === '' ? local : `{${uri}}${local}`);
  }

  text(text: string): void {
    this.reading?.text(text);
  }

  close(): void {
    if (!this.reading) return void this.around.pop();
    this.reading.close();
    if (this.reading.done) this.reading = undefined;
  }
}
