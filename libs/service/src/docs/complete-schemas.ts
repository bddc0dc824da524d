import type { OpenAPIObject } from '@nestjs/swagger';
import { type MessageClass, planOf, plansBelow, type RootElement } from '@trunkline/fields';
import type { RestContract } from '@trunkline/operations';

/** As far as we look at one. */
interface Schema {
  readonly description?: string;
  readonly xml?: { readonly name: string };
  readonly allOf?: readonly object[];
  readonly oneOf?: readonly object[];
  readonly type?: string;
  readonly nullable?: true;
}

interface ObjectSchema extends Schema {
  readonly properties: Record<string, Schema>;
  readonly required?: readonly string[];
}

/** The name of the schema of an answer that may have some attributes of its message only. */
export function partOf({ name }: MessageClass): string {
  return `PartOf${name}`;
}

/** Says in the schemas of a document what Swagger's decorators cannot: null is absence, nothing is required of a part, names in XML. */
export function completeSchemas({ components }: OpenAPIObject, { operations, media }: RestContract): void {
  const schemas = components!.schemas as Record<string, ObjectSchema>;
  const sent = operations.flatMap(({ request }) => (request ? [planOf(request)] : []));
  for (const { type, fields } of plansBelow(...sent)) {
    const { properties } = schemas[type.name]!;
    for (const { name, optional } of fields) if (optional) properties[name] = orNull(properties[name]!);
  }
  if (media.roots) nameElements(schemas, media.roots);
  for (const { response, partial } of operations) {
    if (response && partial) schemas[partOf(response)] = { ...schemas[response.name]!, required: undefined };
  }
}

/**
 * Elements are named by their properties, and nothing stands around the items of a list: all of it is OpenAPI's own rule, but for the
 * root. What an item is called whose schema has no name tools do not agree on.
 */
function nameElements(schemas: Record<string, ObjectSchema>, roots: readonly RootElement[]): void {
  for (const [{ name }, same] of Map.groupBy(roots, ({ message }) => message)) {
    schemas[name] = { ...rootOf(same.map(({ element }) => element)), ...schemas[name]! };
  }
  const plans = plansBelow(...roots.map(({ message }) => planOf(message)));
  for (const { name, list, plan } of plans.flatMap(({ fields }) => fields)) {
    if (list && plan) schemas[plan.type.name] = { xml: { name }, ...schemas[plan.type.name]! };
  }
}

/** A schema has one name in XML: others stand in words. */
function rootOf([name, ...others]: string[]): Schema {
  const xml = { name: name! };
  if (others.length === 0) return { xml };
  return { description: `In XML the root element ${others.join(' or ')} is read, too.`, xml };
}

/**
 * `nullable` adds to the `type` that stands beside it and to nothing else; ajv refuses it without one. To the letter, null would also have
 * to be listed among choices, and be an alternative to an object: generators fail at the one, and make types of the other that are none.
 */
function orNull(schema: Schema): Schema {
  const { allOf, oneOf: [first, ...others] = [] } = schema;
  if (first) return { ...schema, oneOf: [{ ...first, nullable: true }, ...others] };
  return { ...schema, ...(allOf && { type: 'object' }), nullable: true };
}
