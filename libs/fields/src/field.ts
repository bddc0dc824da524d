import type { Rule } from './rules';

/** A message class: plain, without a constructor of its own; its fields are declared by the decorators of vocabulary.ts. */
export type MessageClass<T extends object = object> = new () => T;

/** What a field holds. It decides the XSD type, the OpenAPI type, the lexical form in XML and the type in JSON. */
export type FieldKind = 'text' | 'token' | 'integer' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'object';

/** The bounds of a field, as XSD and OpenAPI print them. */
export interface Facets {
  /** The name of its simple type in the XSD, where the contract names it. */
  readonly type?: string;
  /** In characters (code points, as XSD counts). */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** In the subset of regular expressions that XSD and JavaScript share; the whole value must match. */
  readonly pattern?: string;
  /** In JSON an integer may stand for its digits. */
  readonly orInteger?: true;
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Digits in all: zeros at the end count, those at the beginning do not. */
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
}

/** One field of a message class: the single home of its type, bounds, meaning, example and secrecy. */
export interface Field {
  /** Property name and wire name in one: the contract's own spelling. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly facets: Facets;
  /** What a value must obey, ready to run; made from kind and facets. */
  readonly rules: readonly Rule[];
  readonly optional: boolean;
  /** A list of at least so many; in XML a repeated element of this name. */
  readonly list: { readonly min: number; readonly max?: number } | undefined;
  /** The class of an object field. */
  readonly of: (() => MessageClass) | undefined;
  readonly description: string;
  readonly example: string | undefined;
  /** A credential: never logged, journalled or returned. */
  readonly secret: boolean;
  /** Says something of a person: never in a log, a metric, an error or a URL. */
  readonly personal: boolean;
  /** The element's form where it differs from its schema's. */
  readonly qualified: boolean | undefined;
  /** Another name that is read where a service is lenient; what we write and publish has the field's own. */
  readonly alias: string | undefined;
}

const declared = new WeakMap<object, Field[]>();

/** Adds a field to the class that owns `prototype`: what each decorator of the vocabulary does. */
export function declareField(prototype: object, field: Field): void {
  const own = declared.get(prototype);
  if (own) own.push(field);
  else declared.set(prototype, [field]);
}

/** The fields of a class in the order of their declaration, those of its parent class first. */
export function fieldsOf(type: MessageClass): readonly Field[] {
  const lists: Field[][] = [];
  for (let at: object = type.prototype; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    lists.unshift(declared.get(at) ?? []);
  }
  return lists.flat();
}
