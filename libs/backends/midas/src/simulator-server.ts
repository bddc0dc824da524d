import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { MidasSimulator } from './midas.simulator';
import { readDetailsQuery, readStatusUpdate } from './simulated-request';
import { answer, hangUp, type Reaction } from './simulated-reaction';

/** Answers one HTTP request as the simulator says. */
export async function serveMidas(
  simulator: MidasSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request).catch(() => undefined);
  const reaction = body === undefined ? hangUp : receive(simulator, request, body);
  reaction(response);
}

/** The simulator on a socket of its own, at a free port: for tests that start no sandbox. */
export async function startMidasSimulator(
  simulator: MidasSimulator,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => void serveMidas(simulator, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

function receive(
  simulator: MidasSimulator,
  { method, url = '', headers }: IncomingMessage,
  body: string,
): Reaction {
  const { pathname, searchParams } = new URL(url, 'http://midas');
  try {
    switch (`${method} ${pathname}`) {
      case 'GET /restapi/VOIPLineMigrationDetails':
        return simulator.details(readDetailsQuery(searchParams));
      case 'POST /restapi/UpdateVOIPLineMigrationStatus':
        return simulator.update(readStatusUpdate(body, headers));
      default:
        return answer('', { status: 404 });
    }
  } catch (error) {
    return refuse(pathname.split('/').at(-1)!, error instanceof Error ? error.message : '');
  }
}

function refuse(operation: string, text: string): Reaction {
  const fault = {
    type: 'BUSINESS',
    code: '10008',
    description: 'Field Validation Error',
    severity: 'ERROR',
    text,
  };
  return answer(JSON.stringify({ [operation]: { failure: { fault: [fault] } } }), { status: 400 });
}
