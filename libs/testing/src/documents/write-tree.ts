import { escapeAttribute, escapeText } from '@trunkline/fields';
import type { XmlNode } from './tree';

/** How a document is written, which says nothing of its values. */
export interface Style {
  /** Namespaces by prefix, or as the default namespace of each element. */
  readonly prefixes: boolean;
  /** Blanks between elements. */
  readonly indent: boolean;
  /** How each text in turn is written, again from the start at the end; as it is where there is none. */
  readonly writing: readonly TextWriting[];
}

/** Ways to write the same text. */
export const textWritings = {
  plainly: escapeText,
  // Blanks excepted: between elements libxml2 takes them for content then, which XML Schema does not say.
  'as CDATA': (text: string) =>
    /^[ \t\n\r]*$/.test(text)
      ? escapeText(text)
      : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#13;<![CDATA[')}]]>`,
  'in character references': (text: string) =>
    Array.from(text, (character) => `&#${character.codePointAt(0)};`).join(''),
  'in hexadecimal references': (text: string) =>
    Array.from(text, (character) => `&#x${character.codePointAt(0)!.toString(16)};`).join(''),
  'with a comment in it': (text: string) =>
    `${escapeText(text.slice(0, 1).toWellFormed())}<!-- no - text -->${escapeText(text.slice(1).toWellFormed())}`,
  'with an instruction in it': (text: string) => `<?no text?>${escapeText(text)}`,
} satisfies Record<string, (text: string) => string>;

export type TextWriting = keyof typeof textWritings;

/** The tree as a document. */
export function writeTree(root: XmlNode, style: Style): string {
  return new Writer(style).write(root, '\n');
}

class Writer {
  private texts = 0;

  constructor(private readonly style: Style) {}

  write({ name, namespace, attributes, content }: XmlNode, indent: string): string {
    const prefix = this.style.prefixes && namespace !== '' ? 'p:' : '';
    const declared = `xmlns${prefix === '' ? '' : ':p'}="${escapeAttribute(namespace)}"`;
    const others = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
    const start = `${prefix}${name} ${declared}${others.join('')}`;
    if (content.length === 0) return `<${start}/>`;
    const blanks = this.style.indent && content.every((part) => typeof part !== 'string') ? indent : '';
    const inside = content.map(
      (part) => blanks + (typeof part === 'string' ? this.text(part) : this.write(part, `${indent}  `)),
    );
    return `<${start}>${inside.join('')}${blanks}</${prefix}${name}>`;
  }

  private text(text: string): string {
    const { writing } = this.style;
    const chosen = writing.length === 0 ? 'plainly' : writing[this.texts++ % writing.length]!;
    return textWritings[chosen](text);
  }
}
