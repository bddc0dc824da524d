import type { Field } from '@trunkline/fields';
import { treeOf } from '../fuzz/change-xml';
import type { FieldsByName } from '../fuzz/fields-by-name';
import { elementsOf } from '../documents/tree';
import { writeTree } from '../documents/write-tree';

/** A body with something that is recognised wherever it turns up in each of its fields that nobody else may see. */
export interface Planted {
  readonly body: string;
  /** By the name of the field that each stands in. */
  readonly canaries: ReadonlyMap<string, string>;
}

/** What stands in a field instead of what stood there. */
export type Canary = (field: Field) => string;

/** Long enough to be nothing else, and short enough for most fields. */
const digits = '735190864271';
const candidates = ['canary-of-a-person', ...[12, 11, 10, 9, 8, 7].map((length) => digits.slice(0, length))];

/** One that the field takes, where there is one; one that it refuses else, so that an error is about it. */
export const fitting: Canary = (field) =>
  candidates.find((candidate) => field.rules.every(({ holds }) => holds(candidate))) ?? breaking(field);

/** One that no field but free text takes. */
export const breaking: Canary = () => '<canary> & of a person, which is no number';

/** Undefined where the body has none of the fields, or is not to be read. */
export function plant(body: string, fields: FieldsByName, canary: Canary): Planted | undefined {
  const canaries = new Map<string, string>();
  const put = (name: string): string | undefined => {
    const field = fields.get(name);
    if (!field) return undefined;
    canaries.set(name, canary(field));
    return canaries.get(name);
  };
  const planted = body.trimStart().startsWith('<') ? plantXml(body, put) : plantJson(body, put);
  return planted !== undefined && canaries.size > 0 ? { body: planted, canaries } : undefined;
}

function plantXml(body: string, put: (name: string) => string | undefined): string | undefined {
  const tree = treeOf(body);
  if (!tree) return undefined;
  for (const { name, content } of elementsOf(tree)) {
    const canary = content.every((part) => typeof part === 'string') ? put(name) : undefined;
    if (canary !== undefined) content.splice(0, content.length, canary);
  }
  return writeTree(tree, { prefixes: true, indent: false, writing: [] });
}

function plantJson(body: string, put: (name: string) => string | undefined): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) => {
      return typeof value === 'object' ? value : (put(name) ?? value);
    });
  } catch {
    return undefined;
  }
}
