import {
  isXmlText,
  type MessageClass,
  type Plan,
  type PlannedField,
  planOf,
  type Reading,
  readObject,
} from '@trunkline/fields';
import type { Members } from './json-piece';

/** Stands in the place of a text with such a character: it is no string, so that its field is at fault. */
const noText = Symbol('no text');

const wrongText = {
  rule: 'text',
  message:
    'must not contain what XML cannot hold: control characters, U+FFFE, U+FFFF, half of a surrogate pair',
};

/**
 * Reads a parsed JSON value as its XML would be read (docs/decisions/0015): tokens collapse their blanks, and a text has no character
 * that XML cannot hold. The value is changed on the way.
 */
export function readValue<T extends object>(type: MessageClass<T>, value: unknown): Reading<T> {
  tidy(planOf(type), value);
  const { message, faults } = readObject(type, value);
  if (faults.length === 0) return { message, faults };
  const told = faults.map((fault) =>
    partAt(message, fault.path) === noText ? { ...fault, ...wrongText } : fault,
  );
  return { message, faults: told };
}

function tidy({ fields }: Plan, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const members = value as Members;
  for (const field of fields) {
    const own = members[field.name];
    if (typeof own === 'string') {
      if (!isPlain(own)) members[field.name] = tidyText(field, own);
    } else if (field.plan && own !== undefined) {
      if (Array.isArray(own)) for (const part of own) tidy(field.plan, part);
      else tidy(field.plan, own);
    }
  }
}

/** Whether a text has no blank and nothing unusual. Character by character: most have not, and patterns cost several times as much. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20 || unit >= 0xd800) return false;
  }
  return true;
}

function tidyText({ kind, readText }: PlannedField, text: string): unknown {
  if (kind !== 'text' && kind !== 'token') return text;
  return isXmlText(text) ? readText!(text) : noText;
}

function partAt(message: object, path: string): unknown {
  return path.split('/').reduce<unknown>((part, name) => (part as Members | undefined)?.[name], message);
}
