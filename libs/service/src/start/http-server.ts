import type { Server } from 'node:http';
import type { AddressInfo, Server as Listener } from 'node:net';
import type { ServiceConfig } from '../config/service.config';
import { openDoors } from './doors';
import { StartError } from './start-error';

/** How long a client may take for its header and for its whole request, in milliseconds: slow ones must not pile up. */
const headersTimeout = 15_000;
const requestTimeout = 120_000;

/** Longer than the usual minute of a balancer: the side that keeps connections for reuse should be the one to close them. */
const keepAliveTimeout = 65_000;

/** A server that is listening. */
export interface Listening {
  readonly url: string;
  /** The listeners beside the server, to be closed with it. */
  readonly doors: readonly Listener[];
}

/**
 * Listens.
 *
 * @param prefix That of the service's own variables, for what the operator is told.
 * @throws StartError when the address cannot be had.
 */
export async function listen(
  server: Server,
  { host, port }: ServiceConfig,
  prefix: string,
): Promise<Listening> {
  Object.assign(server, { headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount: 200 });
  try {
    const doors = await openDoors(server, host, port);
    return { url: urlOf(server.address() as AddressInfo), doors };
  } catch (error) {
    throw new StartError(refusal(error as NodeJS.ErrnoException, { host, port, prefix }), error);
  }
}

interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly prefix: string;
}

function refusal({ code, message }: NodeJS.ErrnoException, { host, port, prefix }: Wanted): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken. Stop what listens there, or set ${prefix}PORT to another.`;
  if (code === 'EACCES')
    return `port ${port} may not be opened by this user. Set ${prefix}PORT to one above 1023.`;
  return `cannot listen on ${prefix}HOST ${host}: ${message}.`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
