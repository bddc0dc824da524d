import { finished, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Refusal } from '@trunkline/faults';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { BodyRoom } from './body-room';

/** What bodies may take that have come in part, in bytes; four of the largest have room in any case. */
const leastRoom = 64 * 1024 * 1024;

/**
 * Reads the whole body, inflated, as bytes; counts inflated bytes against the limit, so that a bomb ends early. A message takes no place
 * among those at once until it has come whole. What has come in part takes memory: that is limited for all bodies together.
 *
 * @param refuse Answers that the service is overloaded: there is no room for what has come in part.
 */
export function rawBody(
  limit: number,
  refuse: (request: Request, response: Response) => void,
): RequestHandler {
  const room = new BodyRoom(Math.max(leastRoom, 4 * limit));
  return (request: Request, response: Response, next: NextFunction) => {
    const decline = (refusal: Refusal): void => letGo(request, response, () => next(refusal));
    const said = Number(request.headers['content-length']);
    if (said > limit) return decline(tooLarge(limit));
    const bytes = inflated(request);
    if (!bytes) return decline(new Refusal('UnsupportedMediaType', 'The Content-Encoding is not supported'));
    const chunks: Buffer[] = [];
    let [length, done] = [0, false];
    const end = (then: () => void): void => {
      if (done) return;
      done = true;
      room.leave(request);
      // What listens to the request keeps them for as long as it is worked on: a large body would be there twice.
      chunks.length = 0;
      if (bytes !== request) stop(bytes, request);
      then();
    };
    const giveUp = (): void => end(() => letGo(request, response, () => refuse(request, response)));
    const broke = (): void => end(() => decline(broken()));
    request.on('error', broke);
    if (bytes !== request) bytes.on('error', broke);
    bytes.on('data', (chunk: Buffer) => {
      if (done) return;
      length += chunk.length;
      if (length > limit) return end(() => decline(tooLarge(limit)));
      chunks.push(chunk);
      if (length !== said) room.take(request, chunk.length, giveUp);
    });
    bytes.on('end', () => {
      if (!done) request.body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      end(next);
    });
  };
}

/** Undefined where nobody knows how it is compressed. */
function inflated(request: Request): Readable | undefined {
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (!hasBody(request)) return request;
  switch (encoding.toLowerCase()) {
    case 'identity':
      return request;
    case 'gzip':
    case 'x-gzip':
      return request.pipe(createGunzip());
    case 'deflate':
      return request.pipe(createInflate());
    case 'br':
      return request.pipe(createBrotliDecompress());
    default:
      return undefined;
  }
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What is still to come of a body is let go as it is. */
function stop(bytes: Readable, request: Request): void {
  request.unpipe();
  bytes.destroy();
  request.resume();
}

/** How much of a body is let go at most before its sender is answered, in bytes, and how long that may take, in milliseconds. */
const most = 64 * 1024 * 1024;
const longest = 2_000;

/**
 * Goes on at once where the connection stays: Node lets go of the rest of the body by itself, after the answer. Where the connection ends
 * with the answer it goes on when that rest has come: a client that is still sending then would get a reset in place of its answer. One
 * that waits to be told to send does not.
 */
function letGo(request: Request, response: Response, then: () => void): void {
  if (response.shouldKeepAlive || request.headers.expect !== undefined) return then();
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

function tooLarge(limit: number): Refusal {
  return new Refusal('TooLarge', `The message is larger than ${limit} bytes`);
}

function broken(): Refusal {
  return new Refusal('Malformed', 'The message could not be read to its end');
}
