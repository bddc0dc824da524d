import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// The least that a server can do: takes the message to its end, reads nothing of it, and answers the same each time.

const [, , contentType = '', file = ''] = process.argv;
const constant = readFileSync(file);

function answer(request: IncomingMessage, response: ServerResponse): void {
  request.resume().on('end', () => {
    response
      .setHeader('Content-Type', contentType)
      .setHeader('Content-Length', constant.length)
      .end(constant);
  });
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } });
});
