import type { IcomsEvent } from './icoms';

/**
 * The attributes of INL01374, the inline that creates an event, in the order in which they are sent, and where each value comes
 * from. The names are not published: these are ours until the partner's list is known (CONTRACTS.md section 6.1), and then this
 * table is what changes. A value that is absent is not sent.
 */
export const inl01374: readonly (readonly [
  attribute: string,
  value: (event: IcomsEvent) => string | undefined,
])[] = [
  ['EVNTSRCECODE', ({ event }) => event.sourceCode],
  ['EVNTTYPECODE', ({ event }) => event.typeCode],
  ['EVNTEXTLGRUP', ({ event }) => event.externalGrouping],
  ['EVNTPTRNRCVD', ({ event }) => event.patternReceived],
  ['EVNTDATA', ({ event }) => event.data],
  ['WORKORDRNMBR', ({ target }) => target.orderReference],
  ['SRVCCTGYCODE', ({ target }) => target.serviceCategoryCode],
  ['SRVCOCRC', ({ target }) => target.serviceOccurrence?.toString()],
  ['SRVCCODE', ({ target }) => target.serviceCode],
  ['PRMSID', ({ target }) => target.premiseId],
  // The contract's own words for it: YES is what ICOMS takes for granted, FALSE switches it off.
  ['BUFREVNT', ({ buffer }) => (buffer ? 'YES' : 'FALSE')],
];
