import { copyOf, type XmlNode } from './tree';

/** Does to an element what the sentence says; `choice` is any number, taken modulo what there is to choose from. */
export type Breakage = (element: XmlNode, choice: number) => void;

/** What can be wrong with the structure of a document. Some of it is no fault, by the rules of the message: the judges say. */
export const breakages: Readonly<Record<string, Breakage>> = {
  'a child is left out': ({ content }, choice) => void content.splice(choice % (content.length || 1), 1),
  'a child stands twice': ({ content }, choice) => {
    const at = choice % (content.length || 1);
    content.splice(
      at,
      0,
      ...content.slice(at, at + 1).map((child) => (typeof child === 'string' ? child : copyOf(child))),
    );
  },
  'a child stands somewhere else': ({ content }, choice) => {
    const [child] = content.splice(choice % (content.length || 1), 1);
    if (child !== undefined) content.splice((choice >> 4) % (content.length + 1), 0, child);
  },
  'an unknown element stands in it': ({ content, namespace }, choice) =>
    void content.splice(choice % (content.length + 1), 0, nodeOf('unknown', namespace)),
  'an element stands in it that is its own like': (element, choice) =>
    void element.content.splice(
      choice % (element.content.length + 1),
      0,
      nodeOf(element.name, element.namespace),
    ),
  'it has no namespace': (element) => void (element.namespace = ''),
  'it has another namespace': (element) => void (element.namespace = `${element.namespace}x`),
  'its namespace has a blank at its end': (element) => void (element.namespace = `${element.namespace} `),
  'its name is written in another case': (element) => void (element.name = element.name.toUpperCase()),
  'text stands in it': ({ content }, choice) => void content.splice(choice % (content.length + 1), 0, 'text'),
  'a no-break space stands in it': ({ content }, choice) =>
    void content.splice(choice % (content.length + 1), 0, '\u00a0'),
  'blanks stand in it': ({ content }, choice) =>
    void content.splice(choice % (content.length + 1), 0, ' \t\n'),
  'it has an unknown attribute': ({ attributes }) => void (attributes['unknown'] = ''),
  'it is empty': ({ content }) => void content.splice(0),
};

function nodeOf(name: string, namespace: string): XmlNode {
  return { name, namespace, attributes: {}, content: [] };
}
