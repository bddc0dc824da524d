import type { AddressInfo } from 'node:net';
import type { Request } from 'express';
import { hostOf } from '../start/http-server';

/**
 * Scheme and host as the client called them and, behind a proxy that is trusted, as the proxy was called. A client of HTTP/1.0 may name
 * no host: then it is the address that it came to.
 */
export function calledAt({ protocol, host, socket }: Request): string {
  return `${protocol}://${host ?? hostOf(socket.address() as AddressInfo)}`;
}
