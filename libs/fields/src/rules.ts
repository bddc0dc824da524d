import type { Facets, FieldKind } from './field';
import { isDate, isDateTime } from './lexical';

/** One rule of a field: its name in a fault, whether a value obeys it, and what to tell the consumer. */
export interface Rule {
  readonly name: string;
  readonly holds: (value: unknown) => boolean;
  readonly message: string;
}

/** The rules of a value that has the type of its field already, from the field's facets. */
export function rulesFor(kind: FieldKind, facets: Facets): Rule[] {
  return [typeRule(kind), ...facetRules(facets)];
}

const types: Record<FieldKind, [holds: (value: unknown) => boolean, message: string]> = {
  text: [isString, 'must be a string'],
  token: [isString, 'must be a string'],
  integer: [isInteger, 'must be an integer'],
  decimal: [(value) => isString(value) && /^-?\d+(\.\d+)?$/.test(value), 'must be a decimal number'],
  boolean: [(value) => typeof value === 'boolean', 'must be true or false'],
  date: [(value) => isString(value) && isDate(value), 'must be a date, YYYY-MM-DD, with or without zone'],
  dateTime: [(value) => isString(value) && isDateTime(value), 'must be a date and time, YYYY-MM-DDThh:mm:ss'],
  object: [
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object',
  ],
};

function typeRule(kind: FieldKind): Rule {
  const [holds, message] = types[kind];
  return { name: 'type', holds, message };
}

function facetRules(facets: Facets): Rule[] {
  const { minLength, maxLength, pattern, choices, minimum, maximum, totalDigits, fractionDigits } = facets;
  const rules: Rule[] = [];
  const rule = (name: string, message: string, holds: (value: never) => boolean) =>
    rules.push({ name, message, holds: holds as Rule['holds'] });

  if (minLength) {
    const message = minLength === 1 ? 'must not be empty' : `must have at least ${minLength} characters`;
    rule('minLength', message, (value: string) => characters(value) >= minLength);
  }
  if (maxLength !== undefined) {
    rule(
      'maxLength',
      `must have at most ${maxLength} characters`,
      (value: string) => value.length <= maxLength || characters(value) <= maxLength,
    );
  }
  if (pattern !== undefined) {
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    rule('pattern', `must match ${pattern}`, (value: string) => whole.test(value));
  }
  if (choices) {
    rule('choice', `must be one of ${choices.join(', ')}`, (value: string) => choices.includes(value));
  }
  if (minimum !== undefined) {
    rule('minimum', `must be at least ${minimum}`, (value: number | string) => Number(value) >= minimum);
  }
  if (maximum !== undefined) {
    rule('maximum', `must be at most ${maximum}`, (value: number | string) => Number(value) <= maximum);
  }
  if (totalDigits !== undefined) {
    const message = `must have at most ${totalDigits} digits`;
    rule('totalDigits', message, (value: string) => digits(value) <= totalDigits);
  }
  if (fractionDigits !== undefined) {
    const message = `must have at most ${fractionDigits} digits after the point`;
    rule('fractionDigits', message, (value: string) => digitsAfterPoint(value) <= fractionDigits);
  }
  return rules;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Also one that no double holds: what is too large is told by the bounds, which every integer field has. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Math.trunc(value) === value;
}

/** Code points, as XSD counts; the common case needs no look at each character. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) count--;
  }
  return count;
}

/** Of the text, which is kept as it is: zeros at its end count, the one that stands alone before the point does not. */
function digits(decimal: string): number {
  return decimal.replace(/^-?0\.|[-.]/g, '').length;
}

function digitsAfterPoint(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.slice(point + 1).replace(/0+$/, '').length;
}
