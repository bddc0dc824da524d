/** A day as a number that sorts and compares as days do: 20140922. */
export type Day = number;

/** The last day of what has no end. */
export const endOfTime: Day = 99_991_231;

/**
 * The day of an `xs:date`. Its zone says where the day is, not which: it is left out. undefined where the year has not four digits.
 */
export function dayOf(date: string): Day | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(date);
  return parts ? Number(`${parts[1]}${parts[2]}${parts[3]}`) : undefined;
}

/** Today in UTC. */
export function today(now: Date): Day {
  return dayOf(now.toISOString())!;
}
