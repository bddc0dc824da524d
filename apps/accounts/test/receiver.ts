import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A listener on a real socket: keeps what it is sent, and answers what it is told to. */
export interface Receiver {
  /** 127.0.0.1 and its port, as a URL has it. */
  readonly host: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: { readonly status: number; readonly headers?: Record<string, string> };
  /** Resolves with what was received as soon as it is so many. */
  until(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { url = '', headers } = request;
    received.push({ path: url, headers, body: await text(request) });
    server.emit('received');
    response.writeHead(receiver.answer.status, receiver.answer.headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: { status: 204 },
    until: async (count) => {
      while (received.length < count) await once(server, 'received');
      return received;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
