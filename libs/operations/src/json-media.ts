import { type Reading, readObject } from '@trunkline/fields';
import { Refusal } from '@trunkline/faults';
import { malformedJson } from './malformed-json';
import type { RestMedia } from './rest';

/** Plain JSON in and out: UTF-8 and nothing else (RFC 8259); unknown properties are left out. */
export const jsonMedia: RestMedia = {
  types: ['application/json'],

  read({ request, unwrap = (body: unknown) => body }, bytes, contentType): Reading<object> {
    if (mediaTypeOf(contentType) !== 'application/json') {
      throw new Refusal('UnsupportedMediaType', 'Send the message as application/json');
    }
    const body = parse(decode(bytes));
    return request ? readObject(request, unwrap(body)) : { message: {}, faults: [] };
  },

  choose: () => 'application/json',

  write: (_type, body) => JSON.stringify(body),
};

/** The media type of a Content-Type, without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('Malformed', 'The message is not valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedJson(text);
  }
}
