import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  answer,
  hangUp,
  type OpenSocket,
  react,
  type Reaction,
  serveOnFreePort,
} from '@trunkline/simulation';
import type { MidasSimulator } from './midas.simulator';
import { readDetailsQuery, readStatusUpdate } from './simulated-request';
import { jsonType } from './simulated-midas-faults.table';

/** Answers one HTTP request as the simulator says. */
export async function serveMidas(
  simulator: MidasSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request).catch(() => undefined);
  react(body === undefined ? hangUp : receive(simulator, request, body), response);
}

/** The simulator on a socket of its own. */
export function startMidasSimulator(simulator: MidasSimulator): Promise<OpenSocket> {
  return serveOnFreePort((request, response) => serveMidas(simulator, request, response));
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
        return answer('', { type: jsonType, status: 404 });
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
  return answer(JSON.stringify({ [operation]: { failure: { fault: [fault] } } }), {
    type: jsonType,
    status: 400,
  });
}
