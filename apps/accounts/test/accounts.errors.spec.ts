import { gzipSync } from 'node:zlib';
import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { ask, deliver, errorOf, eventOf, post, root } from './deliver';
import { startAccounts } from './start-accounts';

eachDatabase((place) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startAccounts(place());
  });
  afterAll(() => service.close());

  const send = (event: string, headers?: Record<string, string>) => deliver(service.url, event, headers);

  describe('an error', () => {
    it.each([
      [
        'too large a message',
        413,
        'TooLarge',
        () => send(eventOf('large', `,"x":"${'x'.repeat(1_048_576)}"`)),
      ],
      ['a bomb', 413, 'TooLarge', () => bomb()],
      ['bytes that are not UTF-8', 400, 'Malformed', () => send(Buffer.from([0x22, 0xff, 0x22]) as never)],
      ['no body', 400, 'Malformed', () => send('')],
      ['no object', 400, 'Invalid', () => send('[]')],
      ['no media type', 415, 'UnsupportedMediaType', () => send('{}', { 'content-type': '' })],
      [
        'an account with U+0000 in its id',
        404,
        'AccountNotFound',
        () => ask(service.url, '/partyAccount/%00'),
      ],
      [
        'a listener with U+0000 in its id',
        404,
        'ListenerNotFound',
        () => ask(service.url, '/hub/a%00b', { method: 'DELETE' }),
      ],
      ['an unknown path', 404, 'NotFound', () => ask(service.url, '/nothing')],
      [
        'another method',
        405,
        'MethodNotAllowed',
        () => ask(service.url, '/partyAccount', { method: 'PATCH' }),
      ],
      ['a name of the path in the query', 400, 'Invalid', () => ask(service.url, '/partyAccount/1?id=1')],
      ['the version in the query', 400, 'Invalid', () => ask(service.url, '/partyAccount?version=v4')],
      [
        'an id in the query of a listener to take away',
        400,
        'Invalid',
        () => ask(service.url, '/hub/1?id=1', { method: 'DELETE' }),
      ],
      ['a listener without a callback', 400, 'Invalid', () => post(service.url, '/hub', '{}')],
    ])('for %s is a TMF Error of status %i', async (_, status, code, request) => {
      const answer = await request();
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(errorOf(answer)).toMatchObject({
        code,
        status: String(status),
        '@type': 'Error',
        reason: expect.any(String),
      });
    });

    const bomb = async () => {
      const url = `${service.url}${root}/listener/partyAccountCreateEvent`;
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      const body = gzipSync(Buffer.alloc(50_000_000, ' '));
      const answer = await fetch(url, { method: 'POST', headers, body });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    };
  });
});
