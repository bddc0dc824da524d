import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { workOrdersContract } from '@trunkline/contracts/work-orders';
import { contractDocument } from './contract-document';
import { IcomsWorkOrdersSimulator } from './icoms-work-orders.simulator';
import { answer, hangUp, type Reaction } from './simulated-reaction';

/** Answers one HTTP request as the simulator says; a GET with the WSDL and its schemas. */
export async function serveWorkOrders(
  simulator: IcomsWorkOrdersSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reaction = request.method === 'GET' ? describe(request) : await receive(simulator, request);
  reaction(response);
}

/** The simulator on a socket of its own, at a free port: for tests that start no sandbox. */
export async function startWorkOrdersSimulator(
  simulator = new IcomsWorkOrdersSimulator(),
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => void serveWorkOrders(simulator, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${workOrdersContract.path}`,
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A client that goes away before the end of its request has asked for nothing. */
async function receive(simulator: IcomsWorkOrdersSimulator, request: IncomingMessage): Promise<Reaction> {
  const body = await buffer(request).catch(() => undefined);
  if (!body) return hangUp;
  const { 'content-type': contentType, soapaction } = request.headers;
  return simulator.receive({ contentType, soapAction: soapaction?.toString(), body });
}

function describe({ url = '', headers }: IncomingMessage): Reaction {
  const address = `http://${headers.host}${workOrdersContract.path}`;
  const document = contractDocument(workOrdersContract, address, url);
  return document === undefined ? answer('', { status: 404 }) : answer(document);
}
