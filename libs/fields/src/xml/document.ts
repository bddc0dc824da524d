import { Refusal } from '@trunkline/faults';
import type { MessageClass } from '../field';
import type { Reading } from '../json';
import { factsOf } from '../message';
import { planOf, plansBelow } from '../plan';
import { parseXml, type XmlElement, type XmlHandler, type XmlLimits } from './parse';
import { ElementReader } from './read';
import { writeFields } from './write';

/** The root element of a document, or of a part of one that can stand for itself: its name and the message that is in it. */
export interface RootElement<T extends object = object> {
  readonly element: string;
  readonly message: MessageClass<T>;
  /** Namespaces that its start tag declares beside those of its message, by prefix. */
  readonly declares?: Readonly<Record<string, string>>;
}

/**
 * Reads a document that is one message. Refuses what is not well formed, beyond the limits, or has another root element; every
 * rule that the message breaks is among its faults.
 */
export function readXml<T extends object>(
  root: RootElement<T>,
  text: string,
  limits?: XmlLimits,
): Reading<T> {
  const handler = new MessageReader(root);
  parseXml(text, handler, limits);
  const { message, faults } = handler.reader!;
  return { message, faults: faults.found };
}

class MessageReader<T extends object> implements XmlHandler {
  reader: ElementReader<T> | undefined;

  constructor(private readonly root: RootElement<T>) {}

  open(element: XmlElement): void {
    if (this.reader) return this.reader.element(element);
    const { element: name, message } = this.root;
    const namespace = factsOf(message).schema?.namespace ?? '';
    if (element.local !== name || element.uri !== namespace) {
      throw new Refusal(
        'Malformed',
        `The root element must be ${name} in ${namespace ? `namespace ${namespace}` : 'no namespace'}`,
      );
    }
    this.reader = new ElementReader(message, element);
  }

  /** Blanks may also stand before and after the root element. */
  text(text: string): void {
    if (this.reader && !this.reader.done) this.reader.text(text);
  }

  close(): void {
    this.reader!.close();
  }
}

/** Writes a message in its root element. Namespaces are declared there, so that it can stand anywhere and still be read. */
export function writeXml<T extends object>(root: RootElement<T>, message: T): string {
  const { start, end } = tagsOf(root);
  return start + writeFields(root.message, message) + end;
}

interface Tags {
  readonly start: string;
  readonly end: string;
}

const tags = new WeakMap<RootElement, Tags>();

function tagsOf(root: RootElement): Tags {
  const known = tags.get(root);
  if (known) return known;
  const made = makeTags(root);
  tags.set(root, made);
  return made;
}

function makeTags({ element, message, declares = {} }: RootElement): Tags {
  const plan = planOf(message);
  const schemas = plansBelow(plan).flatMap(({ facts }) => facts.schema ?? []);
  const own = schemas
    .filter(({ namespace }) => namespace !== '')
    .map(({ prefix, namespace }) => [prefix, namespace] as const);
  const declared = [...new Map([...own, ...Object.entries(declares)])].map(
    ([prefix, uri]) => `xmlns:${prefix}="${uri}"`,
  );
  const name = plan.facts.schema?.namespace ? `${plan.facts.schema.prefix}:${element}` : element;
  return { start: `<${[name, ...declared].join(' ')}>`, end: `</${name}>` };
}
