import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Server as Listener } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { close } from './doors';

/**
 * Makes each further answer the last of its connection. A client that keeps connections so goes elsewhere by itself, and does not lose a
 * request on one that is closed just then.
 */
export function endConnections(server: Server): void {
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
}

/**
 * Closes a server: nothing new comes in, what is in flight is answered. What is not answered after the grace is cut off.
 *
 * @param grace In milliseconds.
 * @param doors The listeners beside it.
 * @param idle Resolves when nothing is worked on: a message may be whose client is gone, with its connection.
 */
export async function drain(
  server: Server,
  grace: number,
  doors: readonly Listener[] = [],
  idle = async (): Promise<void> => undefined,
): Promise<void> {
  const closed = Promise.all([server, ...doors].map(close));
  // A connection that is kept alive would stay open, once its request is answered, until the client lets it go.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const patience = new AbortController();
  const overdue = wait(grace, undefined, { signal: patience.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await Promise.race([Promise.all([closed, idle()]), overdue]);
  patience.abort();
  clearInterval(sweep);
  await closed;
}
