/** How a search tells an event. */
export type OutageState = 'OPEN' | 'SCHEDULED' | 'RESTORED' | 'DISCARDED';

/** What the state of an event depends on. */
interface Standing {
  readonly discarded: boolean;
  readonly completionDateTime: string | null;
  readonly startDateTime: string;
}

export function stateOf({ discarded, completionDateTime, startDateTime }: Standing, now: Date): OutageState {
  if (discarded) return 'DISCARDED';
  if (completionDateTime !== null) return 'RESTORED';
  return instantOf(startDateTime) > now.toISOString() ? 'SCHEDULED' : 'OPEN';
}

const last = Date.parse('9999-12-31T23:59:59.999Z');

/** A date and time with offset as the tables compare it: UTC, always 24 characters, also where its offset leads out of the calendar. */
export function instantOf(dateTime: string): string {
  return new Date(Math.min(Date.parse(dateTime), last)).toISOString();
}
