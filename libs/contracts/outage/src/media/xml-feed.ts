import { Refusal } from '@trunkline/faults';
import { shortened, type XmlHandler, xmlLimits } from '@trunkline/fields';
import { SaxesParser } from 'saxes';

const otherVersion = /^<\?xml\s+version\s*=\s*["'](?!1\.0["'])/;

/**
 * What `parseXml` does, for a document that is parsed piece by piece: the same strictness, and the size of the body in the place of a
 * number of elements.
 */
export class XmlFeed extends SaxesParser<{ xmlns: true }> {
  private depth = 0;
  private attributes = 0;

  // Six handlers at most: one more, and V8 keeps the parser as a hash table, six times as slow.
  constructor(text: string, handler: XmlHandler) {
    super({ xmlns: true });
    if (otherVersion.test(text)) this.fail('The document is not of XML 1.0');
    this.on('doctype', () => this.fail('A DOCTYPE is not allowed'));
    this.on('attribute', () => {
      if (++this.attributes > xmlLimits.attributes)
        this.fail(`An element has more than ${xmlLimits.attributes} attributes`);
    });
    this.on('opentag', (element) => {
      this.attributes = 0;
      if (++this.depth > xmlLimits.depth)
        this.fail(`The document is nested deeper than ${xmlLimits.depth} elements`);
      handler.open(element);
    });
    this.on('text', (text) => handler.text(text));
    this.on('cdata', (text) => handler.text(text));
    this.on('closetag', () => {
      this.depth--;
      handler.close();
    });
  }

  /** The parser's own complaints come here, too; it would go on after them. */
  override fail(message: string): never {
    const place = { line: this.line, column: this.column + 1 };
    throw new Refusal('Malformed', shortened(message.replace(/\.$/, '')), place);
  }
}
