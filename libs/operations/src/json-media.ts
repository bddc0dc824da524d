import { decodeText, mediaTypeOf, type Reading, readObject } from '@trunkline/fields';
import { Refusal } from '@trunkline/faults';
import { malformedJson } from './malformed-json';
import type { RestMedia } from './rest';

/** Plain JSON in and out; unknown properties are left out. */
export const jsonMedia: RestMedia = {
  types: ['application/json'],

  read({ request, unwrap = (body: unknown) => body }, bytes, contentType): Reading<object> {
    const body = parse(jsonText(bytes, contentType));
    return request ? readObject(request, unwrap(body)) : { message: {}, faults: [] };
  },

  choose: () => 'application/json',

  write: (_type, body) => JSON.stringify(body),
};

/** The text of a body that has to be JSON. @throws Refusal UnsupportedMediaType, or that of `decodeText`. */
export function jsonText(bytes: Buffer, contentType: string | undefined): string {
  if (mediaTypeOf(contentType) !== 'application/json') {
    throw new Refusal('UnsupportedMediaType', 'Send the message as application/json');
  }
  return decodeText(bytes, contentType);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedJson(text);
  }
}
