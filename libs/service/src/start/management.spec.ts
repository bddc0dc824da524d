import { execFileSync } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ManagementPort } from './management';

const address = { host: '127.0.0.1', port: 0, variables: { host: 'HOST', port: 'MANAGEMENT_PORT' } };

/** Asks until there is an answer with that status, in a process of its own, for which the event loop of this one has to wait. */
function answerWith(status: number, url: string): unknown {
  const ask = `
    const ask = async () => {
      const answer = await fetch('${url}');
      if (answer.status !== ${status}) return setTimeout(ask, 10);
      process.stdout.write(await answer.text());
    };
    ask();`;
  return JSON.parse(execFileSync(process.execPath, ['--eval', ask], { encoding: 'utf8', timeout: 20_000 }));
}

describe('a management port', () => {
  let management: ManagementPort | undefined;
  const open = (longestTurn?: number): Promise<string> => {
    management = new ManagementPort((request, response) => {
      response.writeHead(202, { 'content-type': 'text/markdown' }).end(`${request.method} ${request.url}`);
    }, longestTurn);
    return management.open(address);
  };
  afterEach(() => management?.close());

  it('says that the service is alive while its event loop is busy', async () => {
    const url = await open();
    expect(answerWith(200, `${url}/health/live`)).toMatchObject({ status: 'ok' });
  });

  it('says that it is not when its event loop does not turn, and that it is again when it does', async () => {
    const url = await open(1_000);
    const message = expect.stringMatching(/^The event loop has not turned for [1-9][\d.]* s$/);
    expect(answerWith(503, `${url}/health/live`)).toMatchObject({
      status: 'error',
      error: { service: { status: 'down', message } },
    });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it.each(['/health/ready', '/metrics?name=x', '/health/lively'])('asks the service for %s', async (path) => {
    const answer = await fetch((await open()) + path);
    expect([answer.status, await answer.text()]).toEqual([202, `GET ${path}`]);
    expect(answer.headers.get('content-type')).toBe('text/markdown');
  });

  it('has nothing to do with bodies', async () => {
    const answer = await fetch(`${await open()}/health/live`, {
      method: 'POST',
      body: 'x'.repeat(1_000_000),
    });
    expect([answer.status, await answer.text()]).toEqual([202, 'POST /health/live']);
  });

  it.each([
    'GET /metrics?\t HTTP/1.1',
    'GET /metrics?\xff HTTP/1.1',
    'GET /metrics?\0 HTTP/1.1',
    'GET http://127.0.0.1/metrics HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'CONNECT 127.0.0.1:1 HTTP/1.1',
    'GET /health/live HTTP/9.9',
    `GET /${'x'.repeat(100_000)} HTTP/1.1`,
  ])('lives on after %j', async (line) => {
    const url = await open();
    const client = connect(Number(new URL(url).port), '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    client.end(Buffer.from(`${line}\r\nHost: here\r\nConnection: close\r\n\r\n`, 'latin1'));
    await new Promise((resolve) => client.once('close', resolve));
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(202);
  });

  describe('of a service that takes its time', () => {
    let gate: PromiseWithResolvers<void>;
    let asked: number;
    let url: string;

    beforeEach(async () => {
      gate = Promise.withResolvers();
      asked = 0;
      management = new ManagementPort((_request, response) => {
        asked++;
        void gate.promise.then(() => response.end('late'));
      });
      url = await management.open(address);
    });

    const ask = (signal: AbortSignal | null = null) => fetch(`${url}/metrics`, { signal });

    it('lives on when clients are gone before their answers come', async () => {
      const gone = new AbortController();
      const answers = Array.from({ length: 10 }, () => ask(gone.signal));
      while (asked < 10) await nextTurn();
      gone.abort();
      await Promise.allSettled(answers);
      gate.resolve();
      expect(await (await ask()).text()).toBe('late');
    });

    it('asks it for no more at once than there are files for', async () => {
      const answers = Array.from({ length: 40 }, () => ask());
      while (asked < 32) await nextTurn();
      for (let other = 0; other < 5; other++) await fetch(`${url}/health/live`);
      expect(asked).toBe(32);
      gate.resolve();
      for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
    });
  });

  it.each([
    ['gives none', (response: ServerResponse) => response.destroy()],
    ['breaks one off', (response: ServerResponse) => response.write('half', () => response.destroy())],
  ])('breaks off its answer, and no more, when the service %s', async (_what, breakOff) => {
    management = new ManagementPort((_request, response) => breakOff(response));
    const url = await management.open(address);
    const answer = fetch(`${url}/metrics`).then((response) => response.text());
    await expect(answer).rejects.toThrow(/fetch failed|terminated/);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });
});
