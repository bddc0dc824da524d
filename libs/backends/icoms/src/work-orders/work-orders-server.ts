import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { workOrdersContract } from '@trunkline/contracts/work-orders';
import {
  answer,
  hangUp,
  type OpenSocket,
  react,
  type Reaction,
  serveOnFreePort,
} from '@trunkline/simulation';
import { answerXml, xmlType } from '../simulated-answer';
import { contractDocument } from './contract-document';
import { IcomsWorkOrdersSimulator } from './icoms-work-orders.simulator';

/** Answers one HTTP request as the simulator says; a GET with the WSDL and its schemas. */
export async function serveWorkOrders(
  simulator: IcomsWorkOrdersSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  react(request.method === 'GET' ? describe(request) : await receive(simulator, request), response);
}

/** The simulator on a socket of its own. */
export function startWorkOrdersSimulator(simulator = new IcomsWorkOrdersSimulator()): Promise<OpenSocket> {
  return serveOnFreePort(
    (request, response) => serveWorkOrders(simulator, request, response),
    workOrdersContract.path,
  );
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
  return document === undefined ? answer('', { type: xmlType, status: 404 }) : answerXml(document);
}
