import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { serveOnFreePort } from '@trunkline/simulation';

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
  const bell = new EventEmitter();
  const { url: address, close } = await serveOnFreePort(async (request, response) => {
    const { url = '', headers } = request;
    received.push({ path: url, headers, body: await text(request) });
    bell.emit('received');
    response.writeHead(receiver.answer.status, receiver.answer.headers).end();
  });
  const receiver: Receiver = {
    host: new URL(address).host,
    received,
    answer: { status: 204 },
    until: async (count) => {
      while (received.length < count) await once(bell, 'received');
      return received;
    },
    close,
  };
  return receiver;
}
