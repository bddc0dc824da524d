import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A back end down to its bytes: what it does with each whole request that arrives on a connection. */
export interface BackEnd {
  readonly url: string;
  /** The requests as they arrived, whole. */
  readonly requests: string[];
  /** How many connections were made. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function aBackEnd(reply: (socket: Socket, request: string) => void): Promise<BackEnd> {
  const requests: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    let unread = '';
    socket.on('data', (bytes) => {
      unread += bytes.toString();
      const length = wholeRequest(unread);
      if (length === undefined) return;
      const request = unread.slice(0, length);
      unread = unread.slice(length);
      requests.push(request);
      reply(socket, request);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => sockets.length,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}

/** The length of the first request of `bytes`, once it is all there. */
function wholeRequest(bytes: string): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = end + 4 + Number(/content-length: (\d+)/i.exec(bytes.slice(0, end))?.[1] ?? 0);
  return bytes.length < length ? undefined : length;
}

export function answer(body: string, status = '200 OK', headers = ''): string {
  return `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}

/** An address that nothing listens on. */
export async function closedPort(): Promise<string> {
  const backEnd = await aBackEnd(() => undefined);
  await backEnd.close();
  return backEnd.url;
}
