import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in system that listens. */
export interface OpenSocket {
  readonly url: string;
  /** At once: nobody waits for an answer that is held back on purpose. */
  close(): Promise<void>;
}

/**
 * A stand-in system on a socket of its own: for tests that start no sandbox.
 *
 * @param path The path of its URL.
 */
export async function serveOnFreePort(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
  path = '',
): Promise<OpenSocket> {
  const server = createServer((request, response) => void serve(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}
