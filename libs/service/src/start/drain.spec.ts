import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drain, endConnections } from './drain';

it('tells clients that keep their connection to leave, before it closes it', async () => {
  const server = createServer((_request, response) => response.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const ask = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect((await ask()).headers.get('connection')).toBe('keep-alive');
  endConnections(server);
  expect((await ask()).headers.get('connection')).toBe('close');
  await drain(server, 1000);
});

it('goes on when nothing is worked on any more, though every connection is gone', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { promise: idle, resolve: beIdle } = Promise.withResolvers<void>();
  let isDrained = false;
  const drained = drain(server, 60_000, [], () => idle).then(() => (isDrained = true));
  await once(server, 'close');
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDrained).toBe(false);
  beIdle();
  await drained;
});
