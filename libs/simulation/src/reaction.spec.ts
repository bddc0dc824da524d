import { answer, answerHalf, hangUp, type Reaction, react, sayNothing } from './reaction';
import { type OpenSocket, serveOnFreePort } from './socket';

describe('a reaction', () => {
  let socket: OpenSocket;
  let reaction: Reaction;
  let reacted: () => void = () => undefined;

  beforeAll(async () => {
    socket = await serveOnFreePort(async (_request, response) => {
      react(reaction, response);
      reacted();
    }, '/x');
  });
  afterAll(() => socket.close());

  const ask = (what: Reaction, signal: AbortSignal | null = null): Promise<Response> => {
    reaction = what;
    return fetch(socket.url, { signal });
  };

  it.each([0, 1])('is an answer, after %i ms', async (afterMs) => {
    const got = await ask(answer('no', { type: 'text/plain', status: 503, afterMs }));
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([
      503,
      'text/plain',
      'no',
    ]);
  });

  it('is half an answer', async () => {
    const got = await ask(answerHalf('<a></a>', 'text/xml'));
    expect(got.status).toBe(200);
    await expect(got.text()).rejects.toThrow('terminated');
  });

  it('is the end of the connection', async () => {
    await expect(ask(hangUp)).rejects.toThrow('fetch failed');
  });

  it('is none, until the client gives up', async () => {
    const gone = new AbortController();
    reacted = () => gone.abort();
    await expect(ask(sayNothing, gone.signal)).rejects.toThrow('aborted');
  });
});
