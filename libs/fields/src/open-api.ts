import type { Field, FieldKind } from './field';

const types: Record<FieldKind, { type: string; format?: string }> = {
  text: { type: 'string' },
  token: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  dateTime: { type: 'string', format: 'date-time' },
  object: { type: 'object' },
};

/** The values of a field, in a body, a header or an address. */
export function openApiSchema({ kind, facets }: Field): object {
  const { choices, minLength, maxLength, pattern, minimum, maximum, orInteger } = facets;
  const type = types[kind];
  // OpenAPI looks for a pattern anywhere in a value. Tools make a date of what has the format of one, and no date fits a pattern.
  const whole = pattern === undefined || type.format !== undefined ? undefined : `^(?:${pattern})$`;
  const schema = { ...type, minLength, maxLength, pattern: whole, minimum, maximum, enum: choices };
  return orInteger ? { oneOf: [{ type: 'integer' }, schema] } : schema;
}

/** A field as an OpenAPI property. */
export function openApiType(field: Field): Record<string, unknown> {
  const { of, list, description, optional, secret, personal } = field;
  return {
    // A method: Swagger knows what is to be called by its name, and a bundler keeps no name of an arrow function.
    ...(of
      ? {
          type() {
            return of();
          },
        }
      : openApiSchema(field)),
    ...(list && { isArray: true, minItems: list.min, maxItems: list.max }),
    ...(secret && { format: 'password' }),
    ...(personal && { 'x-personal-data': true }),
    ...openApiExample(field),
    required: !optional,
    description,
  };
}

/** The example of a field, where it has one. */
export function openApiExample({ kind, example }: Field): { example?: unknown } {
  if (example === undefined) return {};
  const isText = kind !== 'integer' && kind !== 'decimal' && kind !== 'boolean';
  return { example: isText ? example : JSON.parse(example) };
}
