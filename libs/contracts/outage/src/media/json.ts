import { decodeText, type MessageClass, type Reading } from '@trunkline/fields';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { parseShortJson } from './json-piece';
import { parseLongJson } from './long-json';
import { readLongEvents } from './read-long-events';
import { readValue } from './read-value';
import { Turn } from './turn';

/** Reads a JSON body; one that is `long` in turns. Types as they stand, unknown properties are left out. */
export async function readJson(
  type: MessageClass,
  bytes: Buffer,
  contentType: string | undefined,
  long: boolean,
): Promise<Reading<object>> {
  // Its bytes were put together in this turn, and to decode so many takes as long again.
  if (long) await new Turn().next();
  const text = decodeText(bytes, contentType);
  if (!long) return readValue(type, parseShortJson(text));
  return type === OutageEvents ? readLongEvents(text) : readValue(type, await parseLongJson(text));
}
