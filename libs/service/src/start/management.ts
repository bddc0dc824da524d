import { createServer, type RequestListener, type Server } from 'node:http';

/** What machines of operators ask; consumers do not. */
const asked = /^\/(?:health|metrics)(?:[/?]|$)/;

/**
 * A server beside that of the service, for `/health` and `/metrics` alone. In a rush who asks the service itself stands behind all
 * that connect at once; this one's clients are let in by the next turn of the event loop.
 *
 * @param inside What answers at the service's own port, too.
 */
export function managementServer(inside: RequestListener): Server {
  return createServer((request, response) => {
    if (asked.test(request.url!)) inside(request, response);
    else response.writeHead(404).end();
  });
}
