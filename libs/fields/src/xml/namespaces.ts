import { refuseTwins, type WrittenAttribute } from './attributes';
import { type Name, type Scanner, shortened } from './scanner';

/** An attribute of an element, its name resolved. */
export interface XmlAttribute {
  /** As it stands in the document. */
  readonly name: string;
  readonly local: string;
  /** '' where it has no prefix. */
  readonly uri: string;
  readonly value: string;
}

/** Bound in every document; nobody may bind them, or their prefixes, to anything else. */
const xml = 'http://www.w3.org/XML/1998/namespace';
const xmlns = 'http://www.w3.org/2000/xmlns/';

const none: readonly never[] = [];

/** What the prefixes of a document mean, at the element that is open. */
export class Namespaces {
  /** What each prefix means to the elements around; the innermost last. */
  private readonly meanings = new Map<string, string[]>([['xml', [xml]]]);
  /** The prefixes that each element that is open declares. */
  private readonly declared: (readonly string[])[] = [];

  constructor(private readonly scanner: Scanner) {}

  /** Takes what an element declares, and gives its other attributes. */
  open(written: readonly WrittenAttribute[]): readonly XmlAttribute[] {
    this.declared.push(written.length === 0 ? none : this.declare(written.filter(isDeclaration)));
    return written.length === 0 ? none : this.resolveAttributes(written.filter((one) => !isDeclaration(one)));
  }

  /** The element that was opened last is closed. */
  close(): void {
    for (const prefix of this.declared.pop()!) this.meanings.get(prefix)!.pop();
  }

  /** The namespace of an element; '' is none. */
  resolve(prefix: string): string {
    const uri = this.meanings.get(prefix)?.at(-1) ?? (prefix === '' ? '' : undefined);
    return uri ?? this.scanner.fail(`Nobody declared the prefix ${shortened(prefix)}`);
  }

  private declare(declarations: readonly WrittenAttribute[]): string[] {
    return declarations.map(({ prefix, local, value: uri }) => {
      const declared = prefix === '' ? '' : local;
      if (!mayMean(declared, uri)) this.scanner.fail('A prefix may not be declared like this');
      const meanings = this.meanings.get(declared);
      if (meanings) meanings.push(uri);
      else this.meanings.set(declared, [uri]);
      return declared;
    });
  }

  private resolveAttributes(written: readonly WrittenAttribute[]): XmlAttribute[] {
    const attributes = written.map(({ whole, prefix, local, value }) => {
      return { name: whole, local, uri: prefix === '' ? '' : this.resolve(prefix), value };
    });
    if (attributes.length > 1)
      refuseTwins(
        attributes.map(({ uri, local }) => `${uri} ${local}`),
        this.scanner,
      );
    return attributes;
  }
}

function isDeclaration({ whole, prefix }: Name): boolean {
  return prefix === 'xmlns' || whole === 'xmlns';
}

function mayMean(prefix: string, uri: string): boolean {
  if (prefix === 'xmlns' || uri === xmlns || (prefix === 'xml') !== (uri === xml)) return false;
  // Only names without a prefix can be taken back into no namespace.
  return uri !== '' || prefix === '';
}
