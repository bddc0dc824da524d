import type { OpenAPIObject } from '@nestjs/swagger';
import { type MessageClass, planOf, plansBelow } from '@trunkline/fields';
import type { RestContract } from '@trunkline/operations';

/** As far as we look at one. */
interface Schema {
  readonly allOf?: readonly object[];
  readonly oneOf?: readonly object[];
  readonly enum?: readonly unknown[];
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

/** Says in the schemas of a document what Swagger's decorators cannot: that null is absence, and that nothing is required of a part. */
export function completeSchemas({ components }: OpenAPIObject, { operations }: RestContract): void {
  const schemas = components!.schemas as Record<string, ObjectSchema>;
  const requests = operations.flatMap(({ request }) => (request ? [planOf(request)] : []));
  for (const { type, fields } of plansBelow(...requests)) {
    const { properties } = schemas[type.name]!;
    for (const { name, optional } of fields) if (optional) properties[name] = orNull(properties[name]!);
  }
  for (const { response, partial } of operations) {
    if (response && partial) schemas[partOf(response)] = { ...schemas[response.name]!, required: undefined };
  }
}

const nothing: Schema & { type: string } = { type: 'object', nullable: true, enum: [null] };

/** `nullable` adds to the `type` that stands beside it, and to nothing else. */
function orNull({ allOf, oneOf = allOf, ...schema }: Schema): Schema {
  if (oneOf) return { ...schema, oneOf: [...oneOf, nothing] };
  return { ...schema, nullable: true, ...(schema.enum && { enum: [...schema.enum, null] }) };
}
