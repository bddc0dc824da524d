import { fieldsOf, type Reading, readObject } from '@trunkline/fields';
import type { RestContract, SentIds } from '@trunkline/operations';
import type { Request } from 'express';

/** What the headers of a request say, where its contract has any. */
export interface SentHeaders extends Reading<object> {
  readonly ids: SentIds;
}

/** Reads the headers that the contract names; the rules that they break are those of the message. */
export function readHeaders({ headers: form }: RestContract, { headers }: Request): SentHeaders {
  if (!form) return { message: {}, faults: [], ids: {} };
  const sent = fieldsOf(form.request).map(({ name }) => [name, headers[name.toLowerCase()] || undefined]);
  const reading = readObject(form.request, Object.fromEntries(sent));
  return { ...reading, ids: form.identify(reading.message) };
}
