import { Refusal } from '@trunkline/faults';
import { type SaxesAttributeNSIncomplete, SaxesParser, type SaxesTagNS } from 'saxes';

/** How much of a document is taken; CONTRACTS.md section 0 has the defaults. */
export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
  /** Of one element, namespace declarations counted. */
  readonly attributes: number;
}

export const xmlLimits: XmlLimits = { depth: 64, elements: 10_000, attributes: 100 };

/** An element's start, its names resolved. */
export type XmlElement = SaxesTagNS;

/** A name of a document as a fault tells it: no fault grows with what a consumer sends. */
export function shortened(name: string): string {
  return name.length <= 100 ? name : `${name.slice(0, 100)}…`;
}

/** What becomes of a document's events, in document order. */
export interface XmlHandler {
  open(element: XmlElement): void;
  text(text: string): void;
  close(): void;
}

/**
 * Reads a whole document strictly (XML 1.0 with namespaces) and tells its elements and text. Refuses a DOCTYPE, and with it
 * every entity but the five of XML; refuses what is not well formed or beyond the limits, with line and column.
 */
export function parseXml(text: string, handler: XmlHandler, limits: XmlLimits = xmlLimits): void {
  new XmlParser(handler, limits).write(text).close();
}

const otherVersion = /^<\?xml\s+version\s*=\s*["'](?!1\.0["'])/;

/** Characters that a name may have but not begin with. */
const notFirstInName = /^[-.\d\u00b7\u0300-\u036f\u203f\u2040]/;

/** What `parseXml` does, for a document that is written piece by piece and closed at its end. */
export class XmlParser extends SaxesParser<{ xmlns: true }> {
  private depth = 0;
  private elements = 0;
  private attributes = 0;

  // Six handlers at most: one more, and V8 keeps the parser as a hash table, six times as slow.
  constructor(handler: XmlHandler, limits: XmlLimits) {
    super({ xmlns: true });
    this.on('doctype', () => this.fail('A DOCTYPE is not allowed'));
    this.on('attribute', (attribute) => {
      this.countAttribute(limits);
      this.checkAttribute(attribute);
    });
    this.on('opentag', (element) => {
      this.countElement(limits);
      this.checkName(element.local);
      handler.open(element);
    });
    this.on('text', (text) => handler.text(text));
    this.on('cdata', (text) => handler.text(text));
    this.on('closetag', () => {
      this.depth--;
      handler.close();
    });
  }

  override write(text: string | object | null): this {
    // The parser would read a document of 1.1 by the rules of 1.1; SOAP and XML Schema are of 1.0.
    if (this.position === 0 && otherVersion.test(String(text))) this.fail('The document is not of XML 1.0');
    return super.write(text);
  }

  /** The parser's own complaints come here, too; it would go on after them. */
  override fail(message: string): never {
    throw new Refusal('Malformed', shortened(message.replace(/\.$/, '')), {
      line: this.line,
      column: this.column + 1,
    });
  }

  private countElement({ depth, elements }: XmlLimits): void {
    this.attributes = 0;
    if (++this.depth > depth) this.fail(`The document is nested deeper than ${depth} elements`);
    if (++this.elements > elements) this.fail(`The document has more than ${elements} elements`);
  }

  /** What the parser is lenient in: it takes blanks around a namespace's name away. */
  private checkAttribute({ name, prefix, local, value }: SaxesAttributeNSIncomplete): void {
    this.checkName(local);
    if ((prefix === 'xmlns' || name === 'xmlns') && value !== value.trim())
      this.fail('A namespace has blanks around its name');
  }

  /** The same: it takes any name behind a prefix. */
  private checkName(local: string): void {
    const first = local.charCodeAt(0);
    // Nearly every name begins with a letter of ASCII: asking the pattern for each costs more than reading it.
    if (first > 0x39 && first < 0xb7) return;
    if (notFirstInName.test(local)) this.fail(`${JSON.stringify(local)} is not a name`);
  }

  private countAttribute({ attributes }: XmlLimits): void {
    if (++this.attributes > attributes) this.fail(`An element has more than ${attributes} attributes`);
  }
}
