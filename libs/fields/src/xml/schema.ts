import type { Field, FieldKind } from '../field';
import { publishedPrefixOf, type Schema } from '../message';
import { type Plan, type PlannedField, planOf, plansBelow } from '../plan';
import type { RootElement } from './document';
import { escapeAttribute, escapeText } from './write';

/**
 * The XML Schema document of `schema`: those of the root elements and of the types below all of them that belong to it. Derived
 * from the fields, so that it accepts what the reader accepts. `location` gives the address of another schema that it refers to.
 */
export function writeSchema(
  schema: Schema,
  roots: readonly RootElement[],
  location: (other: Schema) => string,
): string {
  const own = roots.filter(({ message }) => planOf(message).facts.schema === schema);
  const plans = plansBelow(...roots.map(({ message }) => planOf(message))).filter(
    ({ facts }) => facts.schema === schema,
  );
  const others = new Set(
    plans.flatMap((plan) => plan.fields.map((field) => field.plan?.facts.schema ?? schema)),
  );
  others.delete(schema);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${names(schema, others)} elementFormDefault="${schema.elements}">`,
    ...[...others].map(
      (other) =>
        `  <xs:import namespace="${other.namespace}" schemaLocation="${escapeAttribute(location(other))}"/>`,
    ),
    ...own.map(
      ({ element, message }) => `  <xs:element name="${element}" type="${typeName(planOf(message))}"/>`,
    ),
    ...plans.map(complexType),
    ...namedSimpleTypes(plans),
    '</xs:schema>',
    '',
  ].join('\n');
}

/** Every schema that root elements and the types below them belong to, each once. */
export function schemasBelow(roots: readonly RootElement[]): Schema[] {
  const plans = plansBelow(...roots.map(({ message }) => planOf(message)));
  return [...new Set(plans.flatMap(({ facts }) => facts.schema ?? []))];
}

function names(schema: Schema, others: ReadonlySet<Schema>): string {
  if (schema.namespace === '') return '';
  const declared = [schema, ...others].map((each) => ` xmlns:${publishedPrefixOf(each)}="${each.namespace}"`);
  return `${declared.join('')} targetNamespace="${schema.namespace}"`;
}

function complexType(plan: Plan): string {
  const group = plan.facts.order === 'any' ? 'all' : 'sequence';
  return [
    `  <xs:complexType name="${localName(plan)}">`,
    ...documentation(plan.facts.description, '    '),
    `    <xs:${group}>`,
    ...plan.fields.map((field) => element(plan, field)),
    `    </xs:${group}>`,
    '  </xs:complexType>',
  ].join('\n');
}

function element(plan: Plan, field: PlannedField): string {
  const start = `      <xs:element name="${field.name}"${typeAttribute(plan, field)}${occurs(field)}${form(field)}>`;
  return [
    start,
    ...documentation(field.description, '        '),
    ...(field.plan || field.facets.type || !isRestricted(field) ? [] : [simpleType(field, '        ')]),
    '      </xs:element>',
  ].join('\n');
}

function typeAttribute(plan: Plan, field: PlannedField): string {
  if (field.plan) return ` type="${typeName(field.plan)}"`;
  if (field.facets.type) return ` type="${prefixed(plan, field.facets.type)}"`;
  return isRestricted(field) ? '' : ` type="${builtIn(field)}"`;
}

function occurs({ optional, list }: Field): string {
  const least = optional ? 0 : (list?.min ?? 1);
  const most = list ? (list.max ?? 'unbounded') : 1;
  return `${least === 1 ? '' : ` minOccurs="${least}"`}${most === 1 ? '' : ` maxOccurs="${most}"`}`;
}

function form({ qualified }: Field): string {
  return qualified === undefined ? '' : ` form="${qualified ? 'qualified' : 'unqualified'}"`;
}

/** The named simple types of the fields, each once. */
function namedSimpleTypes(plans: readonly Plan[]): string[] {
  const named = new Map<string, string>();
  for (const field of plans.flatMap((plan) => plan.fields)) {
    if (field.facets.type) named.set(field.facets.type, simpleType(field, '  ', field.facets.type));
  }
  return [...named.values()];
}

function simpleType(field: Field, indent: string, name?: string): string {
  return [
    `${indent}<xs:simpleType${name ? ` name="${name}"` : ''}>`,
    `${indent}  <xs:restriction base="${builtIn(field)}">`,
    ...facets(field).map(
      ([facet, value]) => `${indent}    <xs:${facet} value="${escapeAttribute(String(value))}"/>`,
    ),
    `${indent}  </xs:restriction>`,
    `${indent}</xs:simpleType>`,
  ].join('\n');
}

function facets({ facets }: Field): [name: string, value: string | number][] {
  const { minLength, maxLength, pattern, choices, minimum, maximum, totalDigits, fractionDigits } = facets;
  const all: [string, string | number | undefined][] = [
    ['minLength', minLength],
    ['maxLength', maxLength],
    // Choices as a pattern: of an enumeration clients make a closed type, and could not send a wrong value and get our fault.
    ['pattern', choices ? choices.map(escapePattern).join('|') : (pattern ?? patternOf(totalDigits))],
    ['totalDigits', totalDigits],
    ['fractionDigits', fractionDigits],
    ['minInclusive', minimum],
    ['maxInclusive', maximum],
  ];
  return all.filter((facet): facet is [string, string | number] => facet[1] !== undefined);
}

/** XSD's totalDigits are those of the value, to which zeros at the end add nothing; we keep the text, and count them. */
function patternOf(totalDigits: number | undefined): string | undefined {
  return totalDigits === undefined ? undefined : `[+\\-]?0*(\\.?[0-9]){1,${totalDigits}}\\.?`;
}

/** A text as the regular expression, in XSD's words, that matches it and nothing else. */
function escapePattern(text: string): string {
  return text.replace(/[\\|.?*+(){}[\]^-]/g, '\\$&');
}

function isRestricted(field: Field): boolean {
  return facets(field).length > 0;
}

const builtIns: Record<Exclude<FieldKind, 'integer' | 'object'>, string> = {
  text: 'xs:string',
  token: 'xs:token',
  decimal: 'xs:decimal',
  boolean: 'xs:boolean',
  date: 'xs:date',
  dateTime: 'xs:dateTime',
};

/** Integers are xs:int or xs:long, which clients in every language have a type for; xs:integer is a string to some. */
function builtIn({ kind, facets }: Field): string {
  if (kind === 'object') throw new Error('an object field has a complex type');
  if (kind !== 'integer') return builtIns[kind];
  const { minimum = -Infinity, maximum = Infinity } = facets;
  return minimum >= -(2 ** 31) && maximum < 2 ** 31 ? 'xs:int' : 'xs:long';
}

function localName({ facts, type }: Plan): string {
  return facts.type ?? type.name;
}

/** The type of a message as another declaration names it. */
export function typeName(plan: Plan): string {
  return prefixed(plan, localName(plan));
}

function prefixed({ facts }: Plan, name: string): string {
  return facts.schema?.namespace ? `${publishedPrefixOf(facts.schema)}:${name}` : name;
}

function documentation(text: string | undefined, indent: string): string[] {
  if (!text) return [];
  return [`${indent}<xs:annotation><xs:documentation>${escapeText(text)}</xs:documentation></xs:annotation>`];
}
