import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IcomsWorkOrdersSimulator, serveWorkOrders } from '@trunkline/backends/icoms';
import { MidasSimulator, serveMidas, type SimulatedMidasFault } from '@trunkline/backends/midas';
import { accountOf, lines, site, telephoneOf } from './lines';

// MIDAS and the work orders of ICOMS, as the sandbox simulates them, with lines enough that every order is on a new one. Told of a
// fault of MIDAS, the next calls meet it.

interface Provocation {
  readonly fault: SimulatedMidasFault;
  readonly calls: number;
}

const known = Array.from({ length: lines.count }, (_, index) => ({
  site,
  account: accountOf(lines.first + index),
  telephone: telephoneOf(lines.first + index),
}));
const midas = new MidasSimulator(known);
const workOrders = new IcomsWorkOrdersSimulator(known);

const server = createServer((request, response) => {
  if (request.url?.startsWith('/icoms/')) void serveWorkOrders(workOrders, request, response);
  else void serveMidas(midas, request, response);
});
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.send?.({ ready: { url } });
});

process.on('message', ({ fault, calls }: Provocation) => {
  midas.provoke(fault, calls);
  process.send?.({ provoked: fault });
});
