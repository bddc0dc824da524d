import { Refusal } from '@trunkline/faults';
import {
  decodeXml,
  ElementReader,
  type MessageClass,
  parseXml,
  type Reading,
  type XmlElement,
  type XmlHandler,
} from '@trunkline/fields';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { Turn } from './turn';
import { XmlFeed } from './xml-feed';

/** In UTF-16 units: so much text is parsed at once, in about two milliseconds. */
const piece = 32_768;

/** Reads an XML body whose root element is one of `roots`; one that is `long` in turns. What is not declared is refused. */
export function readXml(
  type: MessageClass,
  roots: readonly string[],
  bytes: Buffer,
  charset: string | undefined,
  long: boolean,
): Promise<Reading<object>> {
  // Not in the function that waits: it would keep the bytes beside the text until it is done.
  return readText(type, roots, decodeXml(bytes, charset), long);
}

async function readText(
  type: MessageClass,
  roots: readonly string[],
  text: string,
  long: boolean,
): Promise<Reading<object>> {
  const handler = new DocumentReader(type, roots);
  if (long) await parseLongXml(text, handler);
  else parseXml(text, handler, { depth: 64, elements: Infinity, attributes: 100 });
  const { message, faults } = handler.reader!;
  if (message instanceof OutageEvents) listCustomers(message);
  return { message, faults: faults.found };
}

async function parseLongXml(text: string, handler: XmlHandler): Promise<void> {
  const feed = new XmlFeed(text, handler);
  const turn = new Turn();
  for (let at = 0; at < text.length; at += piece) {
    feed.write(text.slice(at, at + piece));
    if (turn.isOver) await turn.next();
  }
  feed.close();
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
