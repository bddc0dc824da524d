import type { Query } from './address';
import type { JsonObject } from './json/json-value';

/** The attributes of the first level that an answer is to have. */
export type Selection = ReadonlySet<string>;

/** What identifies an account is always told (TMF630). */
const always = ['id', 'href'];

/** For Swagger. */
export const describedSelection = {
  description:
    'The attributes of the first level to answer with, with commas between; id and href always are.',
  example: 'name,state',
  optional: true,
} as const;

/** `fields=name,state`; without it, everything. `none` is TMF630's word for what is always told alone. */
export function takeSelection(query: Query): Selection | undefined {
  const text = query.take('fields');
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === '' || name.includes('.'))) {
    query.refuse('fields', 'pattern', 'must be names of first-level attributes with commas between');
  }
  return new Set([...always, ...names]);
}

export function select(account: JsonObject, selection: Selection): JsonObject {
  return new Map([...account].filter(([name]) => selection.has(name)));
}
