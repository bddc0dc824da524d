import type { IncomingMessage, ServerResponse } from 'node:http';
import { hangUp, type OpenSocket, react, serveOnFreePort } from '@trunkline/simulation';
import { IcomsSimulator } from './icoms.simulator';

const mostRequestBytes = 1024 * 1024;

/** Answers one HTTP request as the simulator says; also where that is to break the connection, or never to answer. */
export async function serveIcoms(
  simulator: IcomsSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const xml = await readText(request);
  react(xml === undefined ? hangUp : simulator.receive(xml), response);
}

/** The simulator on a socket of its own. */
export function startIcomsSimulator(simulator = new IcomsSimulator()): Promise<OpenSocket> {
  return serveOnFreePort((request, response) => serveIcoms(simulator, request, response), '/icoms/gateway');
}

/** Undefined when it is too long to be one of ours, or the client went away before its end. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostRequestBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}
