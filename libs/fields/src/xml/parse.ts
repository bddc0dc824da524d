import { meaningless, readAttributes } from './attributes';
import { endOfDeclaration, endOfPlainText, resolved } from './characters';
import { Namespaces, type XmlAttribute } from './namespaces';
import { Scanner, shortened } from './scanner';

/** How much of a document is taken; CONTRACTS.md section 0 has the defaults. */
export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
  /** Of one element, namespace declarations counted. */
  readonly attributes: number;
}

export const xmlLimits: XmlLimits = { depth: 64, elements: 10_000, attributes: 100 };

/** An element's start, its names resolved. */
export interface XmlElement {
  readonly local: string;
  /** '' where it is in no namespace. */
  readonly uri: string;
  /** Without its namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
}

/** What becomes of a document's events, in document order; the text of an element may come in several pieces. */
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
  new XmlParser(text, handler, limits).parse(text.length);
}

/** Does what `parseXml` does, a piece at a time. */
export class XmlParser {
  private readonly scanner: Scanner;
  private readonly namespaces: Namespaces;
  /** The names of the elements that are open. */
  private readonly around: string[] = [];
  private elements = 0;

  constructor(
    private readonly text: string,
    private readonly handler: XmlHandler,
    private readonly limits: XmlLimits,
  ) {
    this.scanner = new Scanner(text, endOfDeclaration(text) ?? 0);
    this.namespaces = new Namespaces(this.scanner);
  }

  /** Parses on for about so many characters, and says whether that was the end of the document. */
  parse(characters: number): boolean {
    const { scanner, text } = this;
    const until = Math.min(scanner.at + characters, text.length);
    while (scanner.at < until) this.readNext();
    if (scanner.at < text.length) return false;
    if (this.around.length > 0) scanner.fail(`The element ${this.innermost} is not closed`);
    if (this.elements === 0) scanner.fail('The document has no root element');
    return true;
  }

  /** A tag, or the text up to the next one. */
  private readNext(): void {
    const { scanner } = this;
    if (scanner.next !== '<') return this.readText();
    switch (this.text[scanner.at + 1]) {
      case '/':
        return this.readEndTag();
      case '?':
        return this.readInstruction();
      case '!':
        return this.readMarkup();
      default:
        return this.readStartTag();
    }
  }

  private readText(): void {
    if (this.around.length === 0) return this.skipText();
    const { scanner } = this;
    const start = scanner.at;
    scanner.at = endOfPlainText(this.text, start);
    if (scanner.next !== '<' && scanner.at < this.text.length) return this.readRichText(start);
    this.handler.text(this.text.slice(start, scanner.at));
  }

  /** Before and after the root element. */
  private skipText(): void {
    const { scanner } = this;
    scanner.skipBlanks();
    if (scanner.at < this.text.length && scanner.next !== '<')
      scanner.fail('There is text outside of the root element');
  }

  /** Text in which there may be more than meets the eye. */
  private readRichText(start: number): void {
    const { scanner } = this;
    scanner.at = start;
    const text = scanner.readUntil('<');
    scanner.at--;
    if (text.includes(']]>')) scanner.fail('"]]>" may not stand in text', start + text.indexOf(']]>'));
    this.handler.text(resolved(text, (offset) => scanner.fail(meaningless, start + offset)));
  }

  private readStartTag(): void {
    const { scanner, limits } = this;
    if (this.around.length === 0 && this.elements > 0) scanner.fail('The document has a second root element');
    scanner.at++;
    const { whole, prefix, local } = scanner.readName();
    const written = readAttributes(scanner, limits.attributes);
    const empty = scanner.next === '/';
    if (empty) scanner.skip('/');
    scanner.skip('>');
    this.count();
    this.around.push(whole);
    const attributes = this.namespaces.open(written);
    this.handler.open({ local, uri: this.namespaces.resolve(prefix), attributes });
    if (empty) this.leave();
  }

  private count(): void {
    const { depth, elements } = this.limits;
    if (this.around.length >= depth)
      this.scanner.fail(`The document is nested deeper than ${depth} elements`);
    if (++this.elements > elements) this.scanner.fail(`The document has more than ${elements} elements`);
  }

  private readEndTag(): void {
    const { scanner } = this;
    const name = this.around.at(-1) ?? scanner.fail('A tag closes what is not open');
    scanner.at += '</'.length;
    if (!scanner.comesNext(name)) scanner.fail(`The tag does not close the element ${this.innermost}`);
    scanner.at += name.length;
    scanner.skipBlanks();
    scanner.skip('>');
    this.leave();
  }

  private leave(): void {
    this.around.pop();
    this.namespaces.close();
    this.handler.close();
  }

  private readInstruction(): void {
    const { scanner } = this;
    scanner.at += '<?'.length;
    const target = scanner.readNamePart();
    if (/^xml$/i.test(target))
      scanner.fail('There is an XML declaration, of XML 1.0, at the beginning or nowhere');
    if (!scanner.skipBlanks() && !scanner.comesNext('?>')) scanner.fail('A blank must stand here');
    scanner.readUntil('?>');
  }

  /** A comment or a CDATA section. */
  private readMarkup(): void {
    const { scanner } = this;
    if (scanner.comesNext('<!--')) {
      scanner.at += '<!--'.length;
      scanner.readUntil('--');
      scanner.skip('>');
    } else if (scanner.comesNext('<![CDATA[') && this.around.length > 0) {
      scanner.at += '<![CDATA['.length;
      this.handler.text(scanner.readUntil(']]>').replace(/\r\n?/g, '\n'));
    } else {
      const doctype = scanner.comesNext('<!DOCTYPE');
      scanner.fail(doctype ? 'A DOCTYPE is not allowed' : 'Neither a tag nor a comment stands here');
    }
  }

  private get innermost(): string {
    return shortened(this.around.at(-1)!);
  }
}
