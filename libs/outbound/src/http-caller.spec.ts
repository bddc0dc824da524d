import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { aBackEnd, answer, type BackEnd, closedPort } from '../test/back-end';
import { aCall, RecordedMetrics } from '../test/recorded-call';
import { HttpCaller, type HttpCallerOptions, type HttpRequest } from './http-caller';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function backEnd(reply: (socket: Socket, request: string) => void): Promise<BackEnd> {
  const started = await aBackEnd(reply);
  endings.push(() => started.close());
  return started;
}

function caller(url: string, changes: Partial<HttpCallerOptions> = {}): HttpCaller {
  const made = aCaller(url, changes);
  endings.push(() => made.close());
  return made;
}

function aCaller(url: string, changes: Partial<HttpCallerOptions> = {}): HttpCaller {
  const options = {
    url,
    deadline: 10_000,
    connections: 5,
    waiting: 5,
    breakerFailures: 100,
    breakerCoolDown: 5_000,
    ...changes,
  };
  return new HttpCaller('icoms', options, new RecordedMetrics());
}

/** In bytes: the longest answer that is taken. */
const most = 256 * 1024;

const post: HttpRequest = {
  operation: 'createEvent',
  method: 'POST',
  path: '',
  headers: { 'content-type': 'text/xml' },
  body: '<ICOMS PASSWORD="sesame"/>',
};

describe('an answer', () => {
  it('is given with its status, headers and bytes', async () => {
    const { url, requests } = await backEnd((socket) => {
      socket.write(answer('Grüße', '500 Oops', 'X-Twice: a\r\nX-Twice: b\r\n'));
    });
    const { status, headers, body } = await caller(`${url}/icoms/gateway`).send(post, aCall());
    expect(status).toBe(500);
    expect(headers['x-twice']).toEqual(['a', 'b']);
    expect(body.toString()).toBe('Grüße');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatch(/^POST \/icoms\/gateway HTTP\/1.1\r\nhost: 127.0.0.1:\d+\r\n/);
    expect(requests[0]).toMatch(/content-type: text\/xml\r\n.*\r\n\r\n<ICOMS PASSWORD="sesame"\/>$/s);
  });

  it('comes after an interim one', async () => {
    const { url } = await backEnd((socket) => {
      socket.write(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${answer('whole')}`);
    });
    await expect(caller(url).send(post, aCall())).resolves.toMatchObject({ status: 200, headers: {} });
  });

  it('is not followed when it is a redirect', async () => {
    const elsewhere = await backEnd((socket) => socket.write(answer('elsewhere')));
    const { url } = await backEnd((socket) => {
      socket.write(answer('', '307 Temporary Redirect', `Location: ${elsewhere.url}\r\n`));
    });
    await expect(caller(url).send(post, aCall())).resolves.toMatchObject({ status: 307 });
    expect(elsewhere.connections()).toBe(0);
  });

  it('is taken up to the limit', async () => {
    const { url } = await backEnd((socket) => socket.write(answer('x'.repeat(most))));
    await expect(caller(url).send(post, aCall())).resolves.toMatchObject({ status: 200 });
  });
});

describe('connections', () => {
  it('are used again', async () => {
    const { url, connections } = await backEnd((socket) => socket.write(answer('')));
    const http = caller(url);
    for (const _call of Array(10)) await http.send(post, aCall());
    // An answer is given out a moment before its connection is free again, so that two take turns.
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it('are as many as calls may run', async () => {
    const open: Socket[] = [];
    const { url, connections } = await backEnd((socket) => {
      if (open.push(socket) === 5) for (const each of open) each.write(answer(''));
    });
    const http = caller(url);
    await Promise.all([1, 2, 3, 4, 5].map(() => http.send(post, aCall())));
    expect(connections()).toBe(5);
  });

  it('that the back end closes while they are idle harm no call', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const { url, requests, connections } = await backEnd((socket) => {
      socket.write(answer('', '200 OK', 'Connection: keep-alive\r\n'));
      closed = once(socket.end(), 'finish');
    });
    const http = caller(url);
    for (const _call of [1, 2, 3]) {
      await expect(http.send(post, aCall())).resolves.toMatchObject({ status: 200 });
      await closed; // the end has been sent: it may or may not have been read here when the next call begins
    }
    expect([requests.length, connections()]).toEqual([3, 3]);
  });

  it('end when the caller is closed, after the calls in flight', async () => {
    let asked: (socket: Socket) => void;
    const arrived = new Promise<Socket>((resolve) => (asked = resolve));
    const { url } = await backEnd((socket) => asked(socket));
    const http = aCaller(url);
    const running = http.send(post, aCall());
    const socket = await arrived;
    const closed = once(socket, 'close');
    const closing = http.close();
    socket.write(answer('whole'));
    await expect(running).resolves.toMatchObject({ status: 200 });
    await Promise.all([closing, closed]);
    await expect(http.send(post, aCall())).rejects.toMatchObject({ reason: 'refused', effect: 'none' });
  });
});

describe('a call without an effect', () => {
  it('fails as refused where nothing listens, after a second try', async () => {
    const call = aCall();
    await expect(caller(await closedPort()).send(post, call)).rejects.toMatchObject({
      reason: 'refused',
      effect: 'none',
      message: 'icoms createEvent: refused (ECONNREFUSED), effect none',
    });
    expect(call.steps.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  it('fails as refused where the name is unknown', async () => {
    await expect(caller('http://icoms.invalid').send(post, aCall())).rejects.toMatchObject({
      reason: 'refused',
      effect: 'none',
    });
  });

  it('fails as refused where TLS is not spoken', async () => {
    const server = createServer((socket) => socket.on('data', () => socket.destroy()));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    endings.push(async () => void (await once(server.close(), 'close')));
    const { port } = server.address() as AddressInfo;
    await expect(caller(`https://127.0.0.1:${port}`).send(post, aCall())).rejects.toMatchObject({
      reason: 'refused',
      effect: 'none',
    });
  });
});

describe('a call that was sent', () => {
  it.each<[string, (socket: Socket) => void, object]>([
    ['reset before an answer', (socket) => socket.resetAndDestroy(), { reason: 'reset' }],
    ['ended before an answer', (socket) => socket.end(), { reason: 'reset' }],
    [
      'ended in half of an answer',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<ICOMS>'),
      { reason: 'reset' },
    ],
    [
      'ended in half of a chunk',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n<ICOMS>'),
      { reason: 'reset' },
    ],
    ['what is not HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n'), { reason: 'unreadable' }],
    ['too much', (socket) => socket.write(answer('x'.repeat(most + 1))), { reason: 'too-large' }],
    [
      'too much of an answer of no stated length',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${'x'.repeat(most + 1)}`),
      { reason: 'too-large' },
    ],
    [
      'too many headers',
      (socket) => socket.write(answer('', '200 OK', `X: ${'x'.repeat(100_000)}\r\n`)),
      { reason: 'too-large' },
    ],
  ])('fails with an unknown effect on %s, and is not sent again', async (_what, reply, failure) => {
    const { url, requests } = await backEnd(reply);
    await expect(caller(url).send(post, aCall())).rejects.toMatchObject({ ...failure, effect: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  it('is sent again on a fresh connection when it is declared idempotent', async () => {
    let broken = false;
    const { url, requests, connections } = await backEnd((socket) => {
      if (broken) return socket.write(answer('whole'));
      broken = true;
      return socket.resetAndDestroy();
    });
    const call = aCall();
    await expect(caller(url).send({ ...post, idempotent: true }, call)).resolves.toMatchObject({
      status: 200,
    });
    expect(requests[1]).toBe(requests[0]!.replace('keep-alive', 'close'));
    expect(connections()).toBe(2);
    expect(call.steps.map(({ outcome }) => outcome)).toEqual(['reset', 'ok']);
  });

  it('ends at the deadline when nothing comes, and the connection with it', async () => {
    let gone: Promise<unknown> = Promise.resolve();
    const { url, requests } = await backEnd((socket) => (gone = once(socket, 'close')));
    const http = caller(url, { deadline: 200 });
    await expect(http.send(post, aCall())).rejects.toMatchObject({ reason: 'timed-out', effect: 'unknown' });
    await gone;
    expect(requests).toHaveLength(1);
  });

  it('ends at the deadline also when the answer drips', async () => {
    const drips: NodeJS.Timeout[] = [];
    const { url } = await backEnd((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
      drips.push(setInterval(() => socket.write('x'), 10));
      socket.on('close', () => drips.forEach((drip) => clearInterval(drip)));
    });
    const http = caller(url, { deadline: 200 });
    await expect(http.send(post, aCall())).rejects.toMatchObject({ reason: 'timed-out', effect: 'unknown' });
  });

  it('ends with the message that it belongs to', async () => {
    const message = new AbortController();
    const { url } = await backEnd(() => message.abort());
    await expect(caller(url).send(post, aCall(message.signal))).rejects.toMatchObject({
      reason: 'timed-out',
      effect: 'unknown',
    });
  });
});

describe('what cannot be called', () => {
  it.each([
    'not a URL sesame',
    'ftp://icoms.example/sesame',
    'http://user:sesame@icoms.example/',
    'http://sesame@icoms.example/',
    'http://:sesame@icoms.example/',
    'http://icoms.example/?key=sesame',
    'http://icoms.example/#sesame',
  ])('is the base URL %s, and the refusal does not show it', (baseUrl) => {
    const making = (): unknown => caller(baseUrl);
    expect(making).toThrow(TypeError);
    try {
      making();
    } catch (error) {
      expect(inspect(error, { depth: 9 })).not.toContain('sesame');
    }
  });

  it.each(['/../other', '/a/%2e%2e/b', 'http://elsewhere.example/', '/a b', '/a#b', '@x'])(
    'is the path %s',
    async (path) => {
      const { url, connections } = await backEnd((socket) => socket.write(answer('')));
      await expect(caller(`${url}/base`).send({ ...post, path }, aCall())).rejects.toThrow(TypeError);
      expect(connections()).toBe(0);
    },
  );

  it('is a path that names another host', async () => {
    await expect(
      caller(await closedPort()).send({ ...post, path: '//elsewhere.example/' }, aCall()),
    ).rejects.toThrow(TypeError);
  });

  it('is a header with a line end, and the breaker does not count it', async () => {
    const { url, connections } = await backEnd((socket) => socket.write(answer('')));
    const http = caller(url, { breakerFailures: 1 });
    const headers = { 'x-id': 'a\r\nx-other: sesame' };
    for (const _call of [1, 2]) {
      await expect(http.send({ ...post, headers }, aCall())).rejects.toThrow(/invalid x-id header/);
    }
    expect(connections()).toBe(0);
  });

  it.each([
    ['', '', '/'],
    ['', '/a?b=c%20d', '/a?b=c%20d'],
    ['/base', '', '/base'],
    ['/base/', '', '/base/'],
    ['/base/', '/a', '/base/a'],
    ['/base', '/a', '/base/a'],
  ])('is not the path of base %s and path %s: it is %s', async (base, path, target) => {
    const { url, requests } = await backEnd((socket) => socket.write(answer('')));
    await caller(url + base).send({ ...post, path }, aCall());
    expect(requests[0]).toMatch(new RegExp(`^POST ${target.replace('?', '\\?')} HTTP`));
  });
});

it('says nothing of what was sent or received in a failure', async () => {
  const { url } = await backEnd((socket) => socket.end('HTTP/1.1 sesame\r\n\r\nsesame'));
  const failure: unknown = await caller(url)
    .send({ ...post, headers: { authorization: 'sesame' } }, aCall())
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ reason: 'unreadable' });
  expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('sesame');
});
