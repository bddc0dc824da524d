import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, Server } from 'node:net';
import { openDoors } from './doors';

afterEach(() => jest.restoreAllMocks());

it('leaves no listener open when one of them cannot be', async () => {
  const listeners: Server[] = [];
  const listen = Server.prototype.listen;
  jest.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...options: unknown[]) {
    const count = listeners.push(this);
    if (count === 3) return this;
    // The others are open by then.
    if (count === 5)
      this.once('listening', () => listeners[2]!.emit('error', new Error('too many open files')));
    return Reflect.apply(listen, this, options) as Server;
  });
  const server = createServer();
  const opened = openDoors(server, { host: '127.0.0.1', port: 0 }, 5);
  await expect(opened).rejects.toThrow('too many open files');
  expect(listeners.slice(1).map(({ listening }) => listening)).toEqual([false, false, false, false]);
  await once(server.close(), 'close');
});

it('lets one of those in that come to a port at the same moment', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = { host: '127.0.0.1', port: (free.address() as AddressInfo).port };
  await once(free.close(), 'close');
  const servers = [createServer(), createServer(), createServer()];
  const opened = await Promise.allSettled(servers.map((server) => openDoors(server, address, 3)));
  const [doors, ...others] = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(others).toEqual([]);
  expect(opened.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))).toEqual([
    expect.objectContaining({ code: 'EADDRINUSE' }),
    expect.objectContaining({ code: 'EADDRINUSE' }),
  ]);
  for (const listener of [...servers, ...doors!]) listener.close();
  // Free again, the lock as well.
  for (const listener of [servers[0]!, ...(await openDoors(servers[0]!, address, 3))]) listener.close();
});
