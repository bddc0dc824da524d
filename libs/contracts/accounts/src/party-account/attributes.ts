import { type Plan, type PlannedField, planOf } from '@trunkline/fields';
import { isJsonObject, isNumber, JsonNumber, type JsonObject, type JsonValue } from '../json/json-value';
import { PartyAccount } from './party-account';

/** What an account is found by: an attribute that is declared, by its path with dots, and the text of its value. */
export interface AttributeValue {
  readonly attribute: string;
  readonly value: string;
}

const accountPlan = planOf(PartyAccount);

/** The attributes that hold a value, by path: `relatedParty.id`. */
export const attributes: ReadonlyMap<string, PlannedField> = new Map(leaves(accountPlan, ''));

/** Every value that an account can be found by; a value that stands in several items of a list comes several times. */
export function valuesOf(account: JsonObject): AttributeValue[] {
  const values: AttributeValue[] = [];
  collect(values, accountPlan, account, '');
  return values;
}

/** How a value is looked for: numbers as numbers, so that 19.9 finds 19.90 and 1.99E1; every other as it stands. */
export function searchedAs({ kind }: PlannedField, text: string): string {
  const isOfNumbers = kind === 'decimal' || kind === 'integer';
  return isOfNumbers && isNumber(text) ? new JsonNumber(text).canonical : text;
}

function leaves(plan: Plan, path: string): [string, PlannedField][] {
  return plan.fields.flatMap((field): [string, PlannedField][] => {
    const at = dotted(path, field.name);
    return field.plan ? leaves(field.plan, at) : [[at, field]];
  });
}

function collect(values: AttributeValue[], plan: Plan, object: JsonObject, path: string): void {
  for (const field of plan.fields) {
    const value = object.get(field.name);
    // Most attributes are not there: they are passed over before their path is put together.
    if (value === undefined || value === null) continue;
    const at = dotted(path, field.name);
    if (!Array.isArray(value)) collectItem(values, field, value, at);
    else for (const item of value as readonly JsonValue[]) collectItem(values, field, item, at);
  }
}

function collectItem(values: AttributeValue[], { plan }: PlannedField, item: JsonValue, at: string): void {
  if (plan) {
    if (isJsonObject(item)) collect(values, plan, item, at);
  } else if (item !== null) {
    values.push({ attribute: at, value: item instanceof JsonNumber ? item.canonical : String(item) });
  }
}

function dotted(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
