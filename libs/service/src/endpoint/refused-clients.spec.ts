import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { RefusedClients } from './refused-clients';

describe('a client that is refused', () => {
  let now: number;
  let server: Server;
  let heard: string[];

  beforeEach(async () => {
    [now, heard] = [0, []];
    const refused = new RefusedClients(() => now);
    server = createServer((request, response) => {
      if (request.url !== '/welcome') {
        heard.push(request.url!);
        refused.add(request);
      }
      response.writeHead(503, { 'Content-Length': 2 }).end('no');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    // Who still waits is heard.
    now += 1_000;
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  const join = (): Socket => connect((server.address() as AddressInfo).port, '127.0.0.1');
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: here\r\n\r\n`;

  /** Resolves when the answer comes. */
  function send(client: Socket, text: string): Promise<unknown> {
    client.write(text);
    return once(client, 'data');
  }

  /** Others are heard meanwhile, and so would it be. */
  async function hearOthers(): Promise<void> {
    for (let other = 0; other < 5; other++) {
      const client = join();
      await send(client, get('/welcome'));
      client.destroy();
    }
  }

  it('is answered at once, and heard again when there is time', async () => {
    const client = join();
    await send(client, get('/first'));
    const again = send(client, get('/again'));
    await hearOthers();
    expect(heard).toEqual(['/first']);
    now++;
    await again;
    expect(heard).toEqual(['/first', '/again']);
  });

  it('may still send what it has begun', async () => {
    const client = join();
    await send(client, 'POST /first HTTP/1.1\r\nHost: here\r\nContent-Length: 8\r\n\r\nhalf');
    client.write('rest');
    await hearOthers();
    const again = send(client, get('/again'));
    await hearOthers();
    expect(heard).toEqual(['/first']);
    now++;
    await again;
  });

  it('is heard in its turn: two for each millisecond', async () => {
    const clients = ['/1', '/2', '/3', '/4', '/5'].map((path) => ({ client: join(), path }));
    for (const { client, path } of clients) await send(client, get(path));
    heard = [];
    const again = clients.map(({ client, path }) => send(client, get(path)));
    await hearOthers();
    now++;
    await Promise.all(again.slice(0, 2));
    await hearOthers();
    expect(heard.sort()).toEqual(['/1', '/2']);
    now += 2;
    await Promise.all(again);
  });

  it('does not wait for each of the messages that another sent ahead', async () => {
    const [many, client] = [join(), join()];
    await send(many, get('/many').repeat(100));
    while (heard.length < 100) await hearOthers();
    await send(client, get('/first'));
    const again = send(client, get('/again'));
    await hearOthers();
    expect(heard.at(-1)).toBe('/first');
    now++;
    await again;
  });

  it('may be gone before that', async () => {
    const [gone, client] = [join(), join()];
    await send(gone, get('/gone'));
    await send(client, get('/first'));
    gone.destroy();
    const again = send(client, get('/again'));
    now++;
    await again;
    expect(heard).toEqual(['/gone', '/first', '/again']);
  });
});
