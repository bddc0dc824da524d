import { Refusal } from '@trunkline/faults';
import { type XmlHandler, xmlLimits } from '@trunkline/fields';
import { SaxesParser } from 'saxes';

/** Reads a document that comes in pieces, as strictly as `parseXml` reads a whole one. The size of the body limits its elements. */
export class XmlFeed extends SaxesParser<{ xmlns: true }> {
  private depth = 0;
  private attributes = 0;

  // Six handlers at most: one more, and V8 keeps the parser as a hash table, six times as slow.
  constructor(handler: XmlHandler) {
    super({ xmlns: true });
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
    const words = message.replace(/\.$/, '');
    throw new Refusal('Malformed', words, { line: this.line, column: this.column + 1 });
  }
}
