import { hash } from 'node:crypto';
import { inTurns, type OutageEvents } from '@trunkline/contracts/outage';

/** Crockford's: no two of them look alike, and every database sorts them alike. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The service's own id of an event, 14 characters. Made from its key, so that all instances know it without asking: 70 bits of a
 * hash, of which two agree by chance once in ten million events 25 million times.
 */
export function eventIdOf(externalSystem: string, externalOutageId: string): string {
  const bytes = hash('sha256', JSON.stringify([externalSystem, externalOutageId]), 'buffer');
  let id = '';
  for (let at = 0; at < 14; at++) id += alphabet[bytes[at]! % 32];
  return id;
}

/** The ids of the events that the messages of a request are about, in their order. */
export function eventIdsOf({ externalSystem, outageMessages }: OutageEvents): Promise<string[]> {
  return inTurns(outageMessages, ({ eventDetails }) =>
    eventIdOf(externalSystem, eventDetails.externalOutageId),
  );
}
