import type { INestApplicationContext } from '@nestjs/common';
import type { RestContract, RestOperation } from '@trunkline/operations';
import type { Express, NextFunction, Request, Response } from 'express';
import { allowMethods } from '../allowed-methods';
import { MessageLimit } from '../message-limit';
import { type RestAnswer, RestReply } from './reply';

/** What is known of a REST request by now: kept on its response, for the controller and for the filter. */
export interface RestProgress {
  /** When it came, as `performance.now()` says it. */
  readonly since: number;
  operation?: RestOperation;
  /** The media type to answer in, once it is chosen. */
  mediaType?: string;
  /** The answer that the journal has already, though it is a fault that is thrown. */
  answer?: RestAnswer;
}

/** How far a request has come. */
export function progressOf(response: Response): RestProgress {
  const locals = response.locals as { rest?: RestProgress };
  return (locals.rest ??= { since: performance.now() });
}

/** Puts in front of each operation what has to be there before Nest's routes: the methods of its path, and its body's bytes. */
export function mountRest(server: Express, { operations }: RestContract, app: INestApplicationContext): void {
  const reply = app.get(RestReply);
  const wayIn = app.get(MessageLimit).wayIn((request, response) => {
    reply.overloaded(request, progressOf(response), response);
  });
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const here = operations.filter((operation) => operation.path === path);
    allowMethods(
      server,
      path,
      here.map(({ method }) => method),
    );
    server.all(path, know(here), wayIn);
  }
}

function know(operations: readonly RestOperation[]) {
  const byMethod = new Map<string, RestOperation>(
    operations.map((operation) => [operation.method, operation]),
  );
  return ({ method }: Request, response: Response, next: NextFunction) => {
    // HEAD is answered as GET, by Express, without the body.
    const operation = byMethod.get(method === 'HEAD' ? 'GET' : method);
    if (operation) progressOf(response).operation = operation;
    next();
  };
}
