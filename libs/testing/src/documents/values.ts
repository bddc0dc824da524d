import fc from 'fast-check';
import type { Field, MessageClass, Plan, PlannedField } from '@trunkline/fields';
import { planOf } from '@trunkline/fields';

/** Characters that XML can hold, those among them that are counted, collapsed or escaped in a way of their own. */
export const characters = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abcXYZ059-_.:/+') },
  { weight: 2, arbitrary: fc.constantFrom(...' \t\n\r') },
  { weight: 1, arbitrary: fc.constantFrom(...'<>&"\'\\]é€\u00a0\u0085\u2028\u3000') },
  // Two units of UTF-16 but one character; characters that join their neighbours and are counted all the same.
  {
    weight: 1,
    arbitrary: fc.constantFrom('😀', '𝒳', '\u{10ffff}', '\u0301', '\ufe0f', '\u200d', '\ufeff', '\ufffd'),
  },
);

/** Messages of a class that break none of its rules. A list is never empty: XML cannot tell that from an absent one. */
export function messages<T extends object>(type: MessageClass<T>): fc.Arbitrary<T> {
  return parts(planOf(type)) as fc.Arbitrary<T>;
}

function parts(plan: Plan): fc.Arbitrary<object> {
  const fields = Object.fromEntries(plan.fields.map((field) => [field.name, occurrences(field)]));
  const requiredKeys = plan.fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return fc
    .record(fields, { requiredKeys })
    .map((values) => Object.assign(new plan.type(), values))
    .filter((message) => !plan.facts.rule?.(message));
}

function occurrences(field: PlannedField): fc.Arbitrary<unknown> {
  const one = field.plan ? parts(field.plan) : values(field);
  if (!field.list) return one;
  const { min, max = min + 3 } = field.list;
  return fc.array(one, { minLength: Math.max(min, 1), maxLength: Math.max(max, 1) });
}

/** Values of a leaf that break none of its rules. */
export function values(field: Field): fc.Arbitrary<unknown> {
  return byKind[field.kind](field).filter((value) => field.rules.every(({ holds }) => holds(value)));
}

const byKind: Record<Field['kind'], (field: Field) => fc.Arbitrary<unknown>> = {
  text: words,
  token: (field) => words(field).map((text) => text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')),
  integer: ({ facets: { minimum, maximum } }) =>
    fc.bigInt({ min: BigInt(minimum ?? 0), max: BigInt(maximum ?? 0) }).map(Number),
  decimal: decimals,
  boolean: () => fc.boolean(),
  date: () => dates,
  dateTime: () =>
    fc.tuple(dates, times).map(([date, time]) => date.replace(/^(-?\d+-\d\d-\d\d)/, `$1T${time}`)),
  object: () => fc.constant({}),
};

function words({
  facets: { choices, pattern, minLength = 0, maxLength = minLength + 20 },
}: Field): fc.Arbitrary<string> {
  if (choices) return fc.constantFrom(...choices);
  if (pattern) return fc.stringMatching(new RegExp(`^(?:${pattern})$`));
  return fc.string({ unit: characters, minLength, maxLength });
}

function decimals({
  facets: { minimum = -1e9, maximum = 1e9, fractionDigits = 4 },
}: Field): fc.Arbitrary<string> {
  const whole = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  const fraction = fc.stringMatching(new RegExp(`^[0-9]{0,${fractionDigits}}$`));
  return fc.tuple(whole, fraction).map(([digits, rest]) => (rest ? `${digits}.${rest}` : String(digits)));
}

const zones = fc.constantFrom('', 'Z', '+00:00', '-05:30', '+13:59', '+14:00', '-14:00');
const years = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(4, 1900, 2000, 2023, 2024));

const dates = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), zones)
  .map(([year, month, day, zone]) => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}${zone}`);

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => padded(part, 2)).join(':'));

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
