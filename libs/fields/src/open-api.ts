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

/** A field as an OpenAPI property. */
export function openApiType(field: Field): Record<string, unknown> {
  const { of, list, facets, description, example, optional, secret, personal } = field;
  const { choices, minLength, maxLength, pattern, minimum, maximum } = facets;
  return {
    // A method: Swagger knows what is to be called by its name, and a bundler keeps no name of an arrow function.
    ...(of
      ? {
          type() {
            return of();
          },
        }
      : { ...types[field.kind], minLength, maxLength, pattern, minimum, maximum, enum: choices }),
    ...(list && { isArray: true, minItems: list.min, maxItems: list.max }),
    ...(secret && { format: 'password' }),
    ...(personal && { 'x-personal-data': true }),
    ...(example !== undefined && { example: exampleValue(field, example) }),
    required: !optional,
    description,
  };
}

function exampleValue({ kind }: Field, example: string): unknown {
  return kind === 'integer' || kind === 'decimal' || kind === 'boolean' ? JSON.parse(example) : example;
}
