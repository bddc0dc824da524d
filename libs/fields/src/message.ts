import type { FieldFault } from '@trunkline/faults';
import type { MessageClass } from './field';

/** One XML schema document: a namespace and the form of its elements. */
export interface Schema {
  /** Its name in the address it is published at, `?xsd=<name>`, and its file name. */
  readonly name: string;
  readonly namespace: string;
  /** The prefix that we write it with. */
  readonly prefix: string;
  /** The prefix in its XSD and its WSDL, where that is another. */
  readonly publishedPrefix?: string;
  /** Whether the elements inside its types carry the namespace (`elementFormDefault`). */
  readonly elements: 'qualified' | 'unqualified';
}

/** The prefix that stands for a schema in XSD and WSDL. */
export function publishedPrefixOf({ prefix, publishedPrefix = prefix }: Schema): string {
  return publishedPrefix;
}

/** What a message class says of itself beside its fields. */
export interface MessageFacts<T extends object = object> {
  /** The schema that its type stands in; a message that only travels as JSON has none. */
  readonly schema?: Schema;
  /** The name of its type in the XSD; the class's own name where absent. */
  readonly type?: string;
  /** `sequence`: in the order of the fields. `any`: in any order, each at most once. */
  readonly order?: 'sequence' | 'any';
  readonly description?: string;
  /** What no single field can say: a fault with its path inside this message, or nothing. */
  readonly rule?: (message: T) => FieldFault | undefined;
}

const facts = new WeakMap<MessageClass, MessageFacts<never>>();

/** Declares a class as a message, or as a part of one. */
export function Message<T extends object>(about: MessageFacts<T>): (type: MessageClass<T>) => void {
  return (type) => void facts.set(type, about as MessageFacts<never>);
}

/** What a class says of itself; a class without `@Message` is a plain sequence. */
export function factsOf(type: MessageClass): MessageFacts {
  return (facts.get(type) as MessageFacts | undefined) ?? {};
}
