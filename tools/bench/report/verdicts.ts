import { markdown } from './markdown.ts';

/** What was aimed at, what came, and whether that is enough: words with units. */
export interface Verdict {
  readonly what: string;
  readonly aim: string;
  readonly reached: string;
  readonly isReached: boolean;
}

/** Whether everything that was aimed at was reached. */
export function isEnough(verdicts: readonly Verdict[]): boolean {
  return verdicts.every(({ isReached }) => isReached);
}

export function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, aim, reached, isReached }) => [
    what,
    aim,
    reached,
    isReached ? 'yes' : 'no',
  ]);
  return markdown([['', 'aim', 'reached', 'enough'], ...rows]);
}

/** A figure that should be small. NaN, of nothing measured, is not. */
export function atMost(what: string, figure: number, limit: number, unit: string): Verdict {
  return {
    what,
    aim: `≤ ${limit} ${unit}`.trim(),
    reached: withUnit(figure, unit),
    isReached: figure <= limit,
  };
}

/** A figure that should be large. */
export function atLeast(what: string, figure: number, limit: number, unit: string): Verdict {
  return {
    what,
    aim: `≥ ${limit} ${unit}`.trim(),
    reached: withUnit(figure, unit),
    isReached: figure >= limit,
  };
}

function withUnit(figure: number, unit: string): string {
  return Number.isNaN(figure) ? 'nothing came' : `${rounded(figure)} ${unit}`.trim();
}

function rounded(figure: number): string {
  return figure >= 100 || Number.isInteger(figure) ? figure.toFixed(0) : figure.toPrecision(3);
}
