import { Shares } from '@trunkline/store';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * Begins the messages that have come for a while in each turn of the event loop: who is refused, or asks `/health/live`, waits for a
 * little of what came before it.
 */
export function inShares(): RequestHandler {
  const shares = new Shares();
  return (_request: Request, _response: Response, next: NextFunction): void => shares.run(next);
}
