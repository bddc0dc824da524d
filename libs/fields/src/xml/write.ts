import type { MessageClass } from '../field';
import { type Plan, type PlannedField, planOf } from '../plan';

/**
 * The elements of a message in declared order, as they stand between its element's tags. Absent fields are left out. Prefixes
 * are those of the schemas: the caller declares them on an element around it.
 */
export function writeFields<T extends object>(type: MessageClass<T>, message: T): string {
  return write(planOf(type), message as Record<string, unknown>);
}

function write(plan: Plan, message: Record<string, unknown>): string {
  let xml = '';
  for (const field of plan.fields) {
    const value = message[field.name];
    if (value === undefined || value === null) continue;
    const tag =
      plan.namespaces[field.index] === '' ? field.name : `${plan.facts.schema!.prefix}:${field.name}`;
    if (!field.list) xml += element(tag, field, value);
    else for (const item of value as unknown[]) xml += element(tag, field, item);
  }
  return xml;
}

function element(tag: string, field: PlannedField, value: unknown): string {
  const content = field.plan
    ? write(field.plan, value as Record<string, unknown>)
    : escapeText(String(value));
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${tag}>`;
}

// What XML 1.0 cannot hold at all, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF.
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const special = /[^\t\n\u0020-\u0025\u0027-\u003b=\u003f-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const specialInAttribute =
  /[^\u0020\u0021\u0023-\u0025\u0027-\u003b=\u003f-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** Whether XML can hold a text, escaped or not. */
export function isXmlText(text: string): boolean {
  return text.search(impossible) < 0;
}

/** Text as the content of an element; characters that XML cannot hold become U+FFFD. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(impossible, '\ufffd').replace(/[&<>\r]/g, (character) => escapes[character]!);
}

/** Text as the value of an attribute in double quotes; characters that XML cannot hold become U+FFFD. */
export function escapeAttribute(text: string): string {
  if (!specialInAttribute.test(text)) return text;
  return text.replace(impossible, '\ufffd').replace(/[&<>"\r\n\t]/g, (character) => escapes[character]!);
}
