import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** How long messages are begun in one turn of the event loop at least, in milliseconds. */
const share = 2;

/**
 * Begins the messages that have come for a short while in each turn of the event loop; the others wait for the next. Under load a turn
 * would otherwise take as long as all that came, and who is refused, or asks `/health/live`, would wait for the whole of it. In a
 * long turn they get as long as it took until then: refusing thousands must not leave nothing for those that were taken.
 *
 * @param clock Milliseconds, from whenever.
 */
export function inShares(clock = () => performance.now()): RequestHandler {
  const waiting: NextFunction[] = [];
  /** When the first message of this turn came; absent while none did. */
  let start: number | undefined;

  function begin(now: number): number {
    setImmediate(endTurn);
    return (start = now);
  }

  function endTurn(): void {
    const now = clock();
    const end = now + Math.max(share, now - start!);
    while (waiting.length > 0 && clock() < end) waiting.shift()!();
    start = undefined;
    if (waiting.length > 0) begin(clock());
  }

  return (_request: Request, _response: Response, next: NextFunction): void => {
    const now = clock();
    if (waiting.length > 0 || now >= (start ?? begin(now)) + share) waiting.push(next);
    else next();
  };
}
