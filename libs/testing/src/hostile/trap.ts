import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place on this machine that counts who comes. */
export interface Trap {
  readonly url: string;
  visits(): readonly string[];
  close(): Promise<void>;
}

export async function setTrap(): Promise<Trap> {
  const visits: string[] = [];
  const server = createServer((visit, response) => {
    visits.push(visit.url ?? '');
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits: () => visits,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
