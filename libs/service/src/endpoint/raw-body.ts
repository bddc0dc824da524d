import { Refusal } from '@trunkline/faults';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Reads the whole body, inflated, as bytes; counts inflated bytes against the limit, so that a bomb ends early. */
export function rawBody(limit: number): RequestHandler {
  const read = express.raw({ type: () => true, limit });
  return (request: Request, response: Response, next: NextFunction) =>
    read(request, response, (error?: unknown) =>
      next(error === undefined ? undefined : refusalOf(error, limit)),
    );
}

/** The body's bytes; none where there is no body. */
export function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function refusalOf(error: unknown, limit: number): Refusal {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large')
    return new Refusal('TooLarge', `The message is larger than ${limit} bytes`);
  if (type === 'encoding.unsupported')
    return new Refusal('UnsupportedMediaType', 'The Content-Encoding is not supported');
  return new Refusal('Malformed', 'The message could not be read to its end');
}
