import { escapeAttribute, parseXml } from '@trunkline/fields';

/** The attributes of an element in the order in which they are written; an undefined one is left out. */
export type Attributes = readonly (readonly [name: string, value: string | undefined])[];

/** An element of a gateway document: the gateway keeps all its data in attributes. */
export interface GatewayElement {
  /** Its name and those around it: `ICOMS/MAC00183/INL01374`. The gateway's are in no namespace; another stands before its name, in braces. */
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** @throws TypeError when a value holds a character that XML cannot carry. Names the attribute, never the value. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = attributes.map(([attribute, value]) => writeAttribute(attribute, value)).join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function writeAttribute(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  const escaped = escapeAttribute(value);
  // The writer puts U+FFFD where XML can carry nothing; a value must arrive as it is or not at all.
  if (escaped.includes('\ufffd') && !value.includes('\ufffd')) {
    throw new TypeError(`${name} holds a character that XML cannot carry`);
  }
  return ` ${name}="${escaped}"`;
}

/**
 * Every element of a document, in document order. Elements and attributes that we do not know are no error.
 *
 * @throws Refusal when the document is not well formed, or has a DOCTYPE.
 */
export function readElements(xml: string): GatewayElement[] {
  const elements: GatewayElement[] = [];
  const around: string[] = [];
  parseXml(xml, {
    open({ local, uri, attributes }) {
      around.push(uri === '' ? local : `{${uri}}${local}`);
      const values = Object.values(attributes).map(({ name, value }) => [name, value] as const);
      elements.push({ path: around.join('/'), attributes: Object.fromEntries(values) });
    },
    text: () => undefined,
    close: () => void around.pop(),
  });
  return elements;
}
