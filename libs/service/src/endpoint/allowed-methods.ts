import { Refusal } from '@trunkline/faults';
import type { Express, NextFunction, Request, Response } from 'express';

/** Refuses at `path` every method but these, and says which they are. */
export function allowMethods(server: Express, path: string, methods: readonly string[]): void {
  const allowed = new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : [])]);
  const Allow = [...allowed].join(', ');
  server.all(path, ({ method }: Request, _response: Response, next: NextFunction) => {
    if (allowed.has(method)) return next();
    next(new Refusal('MethodNotAllowed', `${method} is not allowed here: ${Allow}`, { headers: { Allow } }));
  });
}
