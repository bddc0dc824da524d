import { SaxesParser } from 'saxes';
import { breakages } from '../documents/breakages';
import { nearMisses } from '../documents/texts';
import { copyOf, elementsOf, type XmlNode } from '../documents/tree';
import { type TextWriting, textWritings, writeTree } from '../documents/write-tree';
import type { Chance } from './chance';
import type { FieldsByName } from './fields-by-name';

const waysToBreak = Object.values(breakages);
const waysToWrite = Object.keys(textWritings) as TextWriting[];

/** The tree of a document; undefined where it is none. */
export function treeOf(xml: string): XmlNode | undefined {
  const root: XmlNode = { name: '', namespace: '', attributes: {}, content: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, local }) => prefix === '' && local !== 'xmlns');
    const node = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(own.map(({ local, value }) => [local, value])),
      content: [],
    };
    open.at(-1)!.content.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const keep = (text: string) => void open.at(-1)!.content.push(text);
  parser.on('text', keep);
  parser.on('cdata', keep);
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return withoutBlanks(root.content.find((part) => typeof part !== 'string'));
}

/** Blanks between elements say nothing, and are in the way of changes that do. */
function withoutBlanks(node: XmlNode | undefined): XmlNode | undefined {
  if (!node) return undefined;
  const hasElements = node.content.some((part) => typeof part !== 'string');
  const kept = node.content.filter((part) => typeof part !== 'string' || !hasElements || part.trim() !== '');
  return { ...node, content: kept.map((part) => (typeof part === 'string' ? part : withoutBlanks(part)!)) };
}

/** The document with one to three changes of its structure, or of values by the declaration of their field, written in any way. */
export function changeXml(tree: XmlNode, fields: FieldsByName, chance: Chance): string {
  const copy = copyOf(tree);
  for (let left = 1 + chance.below(3); left > 0; left--)
    changeNode(chance.of(elementsOf(copy)), fields, chance);
  const writing = Array.from({ length: chance.below(3) }, () => chance.of(waysToWrite));
  return writeTree(copy, {
    prefixes: chance.below(2) === 0,
    indent: chance.below(2) === 0,
    writing,
  }).toWellFormed();
}

function changeNode(node: XmlNode, fields: FieldsByName, chance: Chance): void {
  const field = fields.get(node.name);
  if (!field || chance.below(3) === 0) return chance.of(waysToBreak)(node, chance.below(1 << 16));
  const text = node.content.filter((part) => typeof part === 'string').join('');
  node.content.splice(0, node.content.length, chance.of(nearMisses(field, text)));
}
