import type { Server } from 'node:http';
import type { AddressInfo, Server as Listener } from 'node:net';
import { openDoors } from './doors';
import { StartError } from './start-error';

/** What a client may take; times in milliseconds. */
export const limits = {
  // Slow ones must not pile up.
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  // Longer than the usual minute of a balancer: the side that keeps connections for reuse should be the one to close them.
  keepAliveTimeout: 65_000,
  maxHeadersCount: 200,
};

/** Where to listen, with the variables that say so. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly variables: { readonly host: string; readonly port: string };
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
 * @param count How many listeners share the port.
 * @throws StartError when the address cannot be had.
 */
export async function listen(server: Server, address: Address, count: number): Promise<Listening> {
  Object.assign(server, limits);
  try {
    const doors = await openDoors(server, address, count);
    return { url: urlOf(server.address() as AddressInfo), doors };
  } catch (error) {
    throw notListening(error as NodeJS.ErrnoException, address);
  }
}

/** For the operator: why an address cannot be had. */
export function notListening(error: Refusal, address: Address): StartError {
  return new StartError(reasonOf(error, address), error);
}

/** What the system says of it. */
type Refusal = Pick<NodeJS.ErrnoException, 'code' | 'message'>;

function reasonOf({ code, message }: Refusal, { host, port, variables }: Address): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken. Stop what listens there, or set ${variables.port} to another.`;
  if (code === 'EACCES')
    return `port ${port} may not be opened by this user. Set ${variables.port} to one above 1023.`;
  return `cannot listen on ${variables.host} ${host}: ${message}.`;
}

export function urlOf(info: AddressInfo): string {
  return `http://${hostOf(info)}`;
}

/** An address as it stands in a URL. */
export function hostOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `localhost:${port}`;
  return `${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
