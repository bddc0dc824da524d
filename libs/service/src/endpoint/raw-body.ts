import { finished } from 'node:stream';
import { Refusal } from '@trunkline/faults';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Reads the whole body, inflated, as bytes; counts inflated bytes against the limit, so that a bomb ends early. */
export function rawBody(limit: number): RequestHandler {
  const inflate = express.raw({ type: () => true, limit });
  return (request: Request, response: Response, next: NextFunction) => {
    // express.raw takes as long for a message that is not compressed as reading its XML does.
    if (request.headers['content-encoding'] === undefined) return collect(request, response, limit, next);
    inflate(request, response, (error?: unknown) =>
      next(error === undefined ? undefined : refusalOf(error, limit)),
    );
  };
}

/** A body that is sent as it is. One that is too large is not read; what is still to come of it is let go. */
function collect(request: Request, response: Response, limit: number, next: NextFunction): void {
  const refuse = (refusal: Refusal): void => letGo(request, response, () => next(refusal));
  if (Number(request.headers['content-length']) > limit) return refuse(tooLarge(limit));
  const chunks: Buffer[] = [];
  let length = 0;
  let done = false;
  const end = (refusal?: Refusal): void => {
    if (done) return;
    done = true;
    request.body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    // What listens to the request keeps them for as long as it is worked on: a large body would be there twice.
    chunks.length = 0;
    if (refusal) refuse(refusal);
    else next();
  };
  request.on('data', (chunk: Buffer) => {
    if (done) return;
    length += chunk.length;
    if (length > limit) end(tooLarge(limit));
    else chunks.push(chunk);
  });
  request.on('end', () => end());
  request.on('error', () => end(broken()));
}

/** How much of a body is let go at most before its sender is answered, in bytes, and how long that may take, in milliseconds. */
const most = 64 * 1024 * 1024;
const longest = 2_000;

/**
 * Goes on at once where the connection stays: Node lets go of the rest of the body by itself, after the answer. Where the connection ends
 * with the answer it goes on when that rest has come: a client that is still sending then would get a reset in place of its answer.
 */
function letGo(request: Request, response: Response, then: () => void): void {
  if (response.shouldKeepAlive) return then();
  let left = most;
  const goOn = (): void => {
    clearTimeout(timer);
    stopWaiting();
    request.off('data', count);
    then();
  };
  const count = (chunk: Buffer): void => {
    left -= chunk.length;
    if (left < 0) goOn();
  };
  const timer = setTimeout(goOn, longest);
  const stopWaiting = finished(request, goOn);
  request.on('data', count);
}

/** The body's bytes; none where there is no body. */
export function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function refusalOf(error: unknown, limit: number): Refusal {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return tooLarge(limit);
  if (type === 'encoding.unsupported')
    return new Refusal('UnsupportedMediaType', 'The Content-Encoding is not supported');
  return broken();
}

function tooLarge(limit: number): Refusal {
  return new Refusal('TooLarge', `The message is larger than ${limit} bytes`);
}

function broken(): Refusal {
  return new Refusal('Malformed', 'The message could not be read to its end');
}
