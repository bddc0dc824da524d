import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, createServer, type ListenOptions, type Server as Listener } from 'node:net';

/** How many connections wait at each to be taken, where the system allows it. */
const backlog = 4_096;

/** Where the kernel spreads connections over all listeners of a port. */
const canShare = process.platform === 'linux';

/**
 * Listens at one port with many listeners. The event loop takes one connection of each in a turn, and under load a turn is long: with a
 * single listener new clients waited ten seconds, with sixteen two, the prober of `/health/live` among them.
 *
 * @param count How many there are with the server's own.
 * @returns The listeners beside the server itself, to be closed with it.
 * @throws The error of the system when the address cannot be had. None of those beside the server is open then.
 */
export async function openDoors(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  count: number,
): Promise<readonly Listener[]> {
  if (!canShare || count === 1) {
    await open(server, { host, port, backlog });
    return [];
  }
  const beside = port === 0 ? [] : [await reserve({ host, port })];
  try {
    await open(server, { host, port, backlog, reusePort: true });
    const shared = { host, port: (server.address() as AddressInfo).port, backlog, reusePort: true };
    const others = Array.from({ length: count - 1 }, () =>
      createServer({ noDelay: true }, (socket) => server.emit('connection', socket)),
    );
    beside.push(...others);
    const opened = await Promise.allSettled(others.map((other) => open(other, shared)));
    for (const each of opened) if (each.status === 'rejected') throw each.reason;
    return beside;
  } catch (error) {
    for (const listener of beside) listener.close();
    throw error;
  }
}

/**
 * Who shares a port does not notice that another process has it. So it is tried alone first; and behind a lock that stays, since another
 * process may try at the same moment.
 */
async function reserve(address: { readonly host: string; readonly port: number }): Promise<Listener> {
  // It belongs to the port alone: a host has several names. Nobody has anything to say there.
  const lock = await open(
    createServer((socket) => socket.destroy()),
    { path: `\0trunkline ${address.port}` },
  );
  try {
    await close(await open(createServer(), address));
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

async function open<T extends Listener>(listener: T, options: ListenOptions): Promise<T> {
  await once(listener.listen(options), 'listening');
  return listener;
}

/** Resolves when its last connection is gone. */
export function close(listener: Listener): Promise<void> {
  return new Promise((resolve) => listener.close(() => resolve()));
}
