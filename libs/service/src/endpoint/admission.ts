import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Says who a client is by the headers of its request alone: asked before anything of the body is read. */
export interface Admission {
  /**
   * The name of the client.
   *
   * @throws Refusal Unauthenticated, with the header WWW-Authenticate.
   */
  admit(headers: IncomingHttpHeaders): Promise<string>;
}

/** Lets in whom the admission knows, and nobody else. */
export function admit(admission: Admission): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    response.locals['user'] = await admission.admit(request.headers);
    next();
  };
}

/** The name of the client that was let in; undefined where everybody is. */
export function userOf(response: Response): string | undefined {
  return (response.locals as { user?: string }).user;
}
