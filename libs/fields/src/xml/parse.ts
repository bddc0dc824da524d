import { Refusal } from '@trunkline/faults';
import { SaxesParser, type SaxesTagNS } from 'saxes';

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
  const parser = new SaxesParser({ xmlns: true, position: true });
  const refuse = (message: string): never => {
    throw new Refusal('Malformed', message, { line: parser.line, column: parser.column + 1 });
  };
  let [depth, elements, attributes] = [0, 0, 0];
  parser.on('error', (error) => refuse(wording(error)));
  parser.on('doctype', () => refuse('A DOCTYPE is not allowed'));
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++depth > limits.depth) refuse(`The document is nested deeper than ${limits.depth} elements`);
    if (++elements > limits.elements) refuse(`The document has more than ${limits.elements} elements`);
  });
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) refuse(`An element has more than ${limits.attributes} attributes`);
  });
  parser.on('opentag', (element) => handler.open(element));
  parser.on('text', (content) => handler.text(content));
  parser.on('cdata', (content) => handler.text(content));
  parser.on('closetag', () => {
    depth--;
    handler.close();
  });
  parser.write(text).close();
}

/** The parser's words without the position that we give by itself. */
function wording(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}
