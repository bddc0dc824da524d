import { Refusal } from '@trunkline/faults';
import {
  decodeText,
  decodeTextInPieces,
  ElementReader,
  type MessageClass,
  parseXml,
  type Reading,
  type XmlElement,
  type XmlHandler,
  xmlLimits,
  XmlParser,
} from '@trunkline/fields';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { Turn } from './turn';

/** In bytes: so much is parsed at once, in about two milliseconds. */
const piece = 32_768;

/** Of a message there may be any number of elements: its size is limited. */
const limits = { ...xmlLimits, elements: Infinity };

/** Reads an XML body whose root element is one of `roots`; one that is `long` in turns. What is not declared is refused. */
export async function readXml(
  type: MessageClass,
  roots: readonly string[],
  bytes: Buffer,
  contentType: string | undefined,
  long: boolean,
): Promise<Reading<object>> {
  const handler = new DocumentReader(type, roots);
  if (long) await parseLongXml(decodeTextInPieces(bytes, contentType, piece), handler);
  else parseXml(decodeText(bytes, contentType), handler, limits);
  const { message, faults } = handler.reader!;
  if (message instanceof OutageEvents) listCustomers(message);
  return { message, faults: faults.found };
}

async function parseLongXml(pieces: Iterable<string>, handler: XmlHandler): Promise<void> {
  const parser = new XmlParser(handler, limits);
  const turn = new Turn();
  for (const text of pieces) {
    parser.write(text);
    if (turn.isOver) await turn.next();
  }
  parser.close();
}

/** XML has no other way to say an empty list than customerInformation without customers. */
function listCustomers({ outageMessages }: OutageEvents): void {
  for (const { customerInformation } of outageMessages ?? []) {
    if (customerInformation) customerInformation.customers ??= [];
  }
}

class DocumentReader implements XmlHandler {
  reader: ElementReader | undefined;

  constructor(
    private readonly type: MessageClass,
    private readonly roots: readonly string[],
  ) {}

  open(element: XmlElement): void {
    if (this.reader) return this.reader.element(element);
    if (element.uri !== '' || !this.roots.includes(element.local)) {
      throw new Refusal('Malformed', `The root element must be ${this.roots.join(' or ')} in no namespace`);
    }
    this.reader = new ElementReader(this.type, element);
  }

  /** Blanks may also stand before and after the root element. */
  text(text: string): void {
    if (this.reader && !this.reader.done) this.reader.text(text);
  }

  close(): void {
    this.reader!.close();
  }
}
