import { isJsonObject, JsonNumber, type JsonObject, type JsonValue } from './json-value';

/** The value as text: members in their order, numbers as they came, no blanks. */
export function writeJson(value: JsonValue): string {
  return write(
    value,
    (number) => number.text,
    (object) => [...object],
  );
}

/** One text for each value, whatever the order of its members and the way its numbers are written. */
export function writeCanonicalJson(value: JsonValue): string {
  return write(value, (number) => number.canonical, sortedMembers);
}

type Member = readonly [name: string, value: JsonValue];

function write(
  value: JsonValue,
  number: (value: JsonNumber) => string,
  members: (value: JsonObject) => Member[],
): string {
  if (value instanceof JsonNumber) return number(value);
  if (isJsonObject(value)) {
    const texts = members(value).map(
      ([name, member]) => `${JSON.stringify(name)}:${write(member, number, members)}`,
    );
    return `{${texts.join(',')}}`;
  }
  if (typeof value === 'object' && value !== null) {
    return `[${value.map((item) => write(item, number, members)).join(',')}]`;
  }
  return JSON.stringify(value);
}

/** By code unit: the same everywhere. */
function sortedMembers(object: JsonObject): Member[] {
  return [...object].sort(([one], [other]) => (one < other ? -1 : 1));
}
