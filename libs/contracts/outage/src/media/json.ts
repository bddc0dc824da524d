import { type FieldFault, Refusal } from '@trunkline/faults';
import { type MessageClass, type Reading, readObject } from '@trunkline/fields';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { parseWhole } from './json-piece';
import { parseLongJson } from './long-json';
import { readLongEvents } from './read-long-events';

/** Reads a JSON body; one that is `long` in turns. Types as they stand, unknown properties are left out. */
export async function readJson(type: MessageClass, bytes: Buffer, long: boolean): Promise<Reading<object>> {
  const text = decode(bytes);
  const reading = long ? readLong(type, text) : readObject(type, parseWhole(text));
  const { message, faults } = await reading;
  return { message, faults: suspicious.test(text) ? [...faults, ...withoutText(message)] : faults };
}

async function readLong(type: MessageClass, text: string): Promise<Reading<object>> {
  return type === OutageEvents ? readLongEvents(text) : readObject(type, await parseLongJson(text));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('Malformed', 'The message is not valid UTF-8');
  }
}

/** U+0000 and halves of surrogate pairs come as escapes only. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F])/;

/** The strings that are no text: neither XML nor a database can hold them. */
function withoutText(value: unknown, path = ''): FieldFault[] {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return [];
    return [{ path, rule: 'text', message: 'must not contain U+0000 or half of a surrogate pair' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => withoutText(part, path ? `${path}/${name}` : name));
}
