import { type Plan, type PlannedField, planOf, type Reading, readObject } from '@trunkline/fields';
import { jsonText, type RestMedia } from '@trunkline/operations';
import { isJsonObject, JsonNumber, type JsonObject, type JsonValue } from './json-value';
import { readJson } from './read-json';
import { writeCanonicalJson } from './write-json';

/** What the media adds to a message: all that came, also what is not declared, every number to its last digit. */
export interface WithSource {
  readonly source: JsonObject;
}

/** An answer that is JSON already. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** JSON without loss: the declared attributes are checked, and everything is kept. */
export const exactJsonMedia: RestMedia = {
  types: ['application/json'],

  read({ request }, bytes, contentType): Reading<object> {
    const source = readJson(jsonText(bytes, contentType));
    if (!request) return { message: { source }, faults: [] };
    const { message, faults } = readObject(request, plainObject(planOf(request), source));
    return { message: Object.assign(message, { source }), faults };
  },

  choose: () => 'application/json',

  write: (_type, body) => (body instanceof JsonText ? body.text : JSON.stringify(body)),
};

/** The declared part of a value, as the field vocabulary looks at it. */
function plainObject(plan: Plan, value: JsonValue): unknown {
  if (!isJsonObject(value)) return value instanceof JsonNumber ? value.integer : value;
  const plain: Record<string, unknown> = {};
  for (const field of plan.fields) {
    const member = value.get(field.name);
    if (member !== undefined && member !== null) plain[field.name] = plainField(field, member);
  }
  return plain;
}

function plainField(field: PlannedField, value: JsonValue): unknown {
  if (field.list && Array.isArray(value)) return value.map((item: JsonValue) => plainItem(field, item));
  return plainItem(field, value);
}

function plainItem({ plan, kind, facets }: PlannedField, value: JsonValue): unknown {
  if (plan) return plainObject(plan, value);
  // A decimal is checked by its digits, whatever power of ten follows. A string brings its quotes along, and is refused.
  if (kind === 'decimal') return writeCanonicalJson(value).replace(/e-?\d+$/, '');
  // As text, whatever came: its pattern says what is allowed.
  if (facets.orInteger)
    return typeof value === 'string' ? value : writeCanonicalJson(value).replace(/e\d+$/, '');
  return value instanceof JsonNumber ? value.integer : value;
}
