import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** How long messages are begun in one turn of the event loop, in milliseconds. */
export const share = 2;

/**
 * Begins the messages that have come for a short while in each turn of the event loop; the others wait for the next. Under load a turn
 * would otherwise take as long as all that came, and who is refused, or asks `/health/live`, would wait for the whole of it.
 */
export function inShares(): RequestHandler {
  const waiting: NextFunction[] = [];
  /** When the share of this turn is over; nothing was begun in it yet where it is absent. */
  let end: number | undefined;

  function begin(): number {
    setImmediate(goOn);
    return (end = performance.now() + share);
  }

  function goOn(): void {
    end = undefined;
    if (waiting.length === 0) return;
    for (const until = begin(); waiting.length > 0 && performance.now() < until;) waiting.shift()!();
  }

  return (_request: Request, _response: Response, next: NextFunction): void => {
    const until = end ?? begin();
    if (waiting.length > 0 || performance.now() >= until) waiting.push(next);
    else next();
  };
}
