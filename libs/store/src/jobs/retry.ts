const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 300_000;

/**
 * How long to wait after so many attempts, in milliseconds: 1 s, doubled each time up to 5 minutes, of which a random half is
 * taken off, so that what failed together does not come back together. `random` gives numbers from 0 to below 1.
 */
export function retryDelay(attempts: number, random: () => number): number {
  const longest = Math.min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY);
  return Math.round(longest * (1 - random() / 2));
}
