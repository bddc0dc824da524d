import type { Server } from 'node:http';
import type { AddressInfo, Server as Listener } from 'node:net';
import { openDoors } from './doors';
import { StartError } from './start-error';

/** How long a client may take for its header and for its whole request, in milliseconds: slow ones must not pile up. */
const headersTimeout = 15_000;
const requestTimeout = 120_000;

/** Longer than the usual minute of a balancer: the side that keeps connections for reuse should be the one to close them. */
const keepAliveTimeout = 65_000;

/** Where to listen, with the variables that say so. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly variables: { readonly host: string; readonly port: string };
  /** How many listeners share the port. */
  readonly doors: number;
}

/** A server that is listening. */
export interface Listening {
  readonly url: string;
  /** The listeners beside the server, to be closed with it. */
  readonly doors: readonly Listener[];
}

/**
 * Listens.
 *
 * @throws StartError when the address cannot be had.
 */
export async function listen(server: Server, address: Address): Promise<Listening> {
  Object.assign(server, { headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount: 200 });
  try {
    const doors = await openDoors(server, address, address.doors);
    return { url: urlOf(server.address() as AddressInfo), doors };
  } catch (error) {
    throw new StartError(refusal(error as NodeJS.ErrnoException, address), error);
  }
}

function refusal({ code, message }: NodeJS.ErrnoException, { host, port, variables }: Address): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken. Stop what listens there, or set ${variables.port} to another.`;
  if (code === 'EACCES')
    return `port ${port} may not be opened by this user. Set ${variables.port} to one above 1023.`;
  return `cannot listen on ${variables.host} ${host}: ${message}.`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
