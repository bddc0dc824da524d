import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// The least that a server can do: takes the message to its end, reads nothing of it, and answers the same each time.

const [, , contentType = '', file = ''] = process.argv;
const answer = readFileSync(file);

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('Content-Type', contentType).setHeader('Content-Length', answer.length).end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } });
});
