import { Refusal } from '@trunkline/faults';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * Refuses a message, before anything of it is read, while as many as the service takes are under way: those are answered in time, and a
 * refusal costs a twentieth of a message. Without it all would wait for each other, until the clients are gone.
 */
export function limitMessages(most: number): RequestHandler {
  let underWay = 0;
  return (_request: Request, response: Response, next: NextFunction): void => {
    if (underWay >= most)
      return next(new Refusal('Overloaded', undefined, { headers: { 'Retry-After': '1' } }));
    underWay++;
    response.once('close', () => underWay--);
    next();
  };
}
