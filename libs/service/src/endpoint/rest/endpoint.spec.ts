import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as ask } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, json } from 'node:stream/consumers';
import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  Module,
  type OnModuleDestroy,
  UseGuards,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { Fault } from '@trunkline/faults';
import { Message, TokenField } from '@trunkline/fields';
import {
  jsonMedia,
  restContract,
  type RestFaultForm,
  type RestHeaders,
  restOperation,
} from '@trunkline/operations';
import { ServiceConfig } from '../../config/service.config';
import { Metrics } from '../../metrics/metrics';
import { createService, type RunningService } from '../../start/create-service';
import { endpoints } from '../endpoints';
import { type Handler, Handles } from '../handler';

@Message({})
class Word {
  @TokenField({ description: 'A word.' })
  word!: string;
}

const shared = {
  version: '1',
  summary: 'Says.',
  status: 200,
  faults: [],
  samples: 'none',
  effect: 'own-store',
  path: '/words',
  response: Word,
} as const;
const listen = restOperation({ ...shared, name: 'Listen', method: 'GET' });
const say = restOperation({ ...shared, name: 'Say', method: 'POST', request: Word });
const correct = restOperation({ ...shared, name: 'Correct', method: 'PUT', request: Word });

const faultForm: RestFaultForm = {
  body: Word,
  fault: ({ row }) => ({ word: row.code }),
  refusal: ({ kind }, { base }) => ({ word: kind, base }),
};

@Message({})
class Mood {
  @TokenField({ description: 'A mood.', optional: true })
  'X-Mood'?: string;
}

const headers: RestHeaders<Mood, Mood> = {
  request: Mood,
  response: Mood,
  messageId: 'X-Message',
  identify: () => ({}),
  answer: (sent) => ({ ...sent }),
};

function* brokenPieces(): Generator<string> {
  yield '{';
  throw new Error('breaks in the middle');
}

const contract = restContract({
  name: 'words',
  title: 'Words',
  summary: 'Says words.',
  folder: __dirname,
  headers,
  media: {
    ...jsonMedia,
    write: (type, body, mediaType) =>
      'word' in body && body.word === 'pieces!' ? brokenPieces() : jsonMedia.write(type, body, mediaType),
  },
  faultForm,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'UnexpectedError',
  },
  operations: [listen, say, correct],
});

class NotInABadMood implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Request>();
    if (headers['x-mood'] === 'bad') throw new Fault('FieldValidationError');
    return true;
  }
}

@Handles(listen)
@Injectable()
class ListenHandler implements Handler<object, Word> {
  handle = async () => ({ word: 'silence' });
}

/** Work that takes as long as the test wants. */
let gate: { readonly reached: PromiseWithResolvers<void>; readonly released: PromiseWithResolvers<void> };
beforeEach(() => void (gate = { reached: Promise.withResolvers(), released: Promise.withResolvers() }));

@Handles(say)
@Injectable()
class SayHandler implements Handler<Word, Word> {
  async handle({ word }: Word) {
    if (word === 'wait') {
      gate.reached.resolve();
      await gate.released.promise;
    }
    return { word: `${word}!` };
  }
}

@Handles(correct)
@Injectable()
@UseGuards(NotInABadMood)
class CorrectHandler implements Handler<Word, Word> {
  handle = async ({ word }: Word) => ({ word: `${word}.` });
}

const handlers = [ListenHandler, SayHandler, CorrectHandler];

const steps: string[] = [];

@Module({ controllers: endpoints(contract, handlers), providers: handlers })
class WordsModule implements OnModuleDestroy {
  onModuleDestroy(): void {
    steps.push('gone');
  }
}

class WordsConfig extends ServiceConfig {
  override readonly port: number = 0;
}

let folder: string;
let running: RunningService;

function start(dataFolder: string): Promise<RunningService> {
  return createService(
    { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig },
    { HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_FOLDER: dataFolder, MESSAGES_AT_ONCE: '1' },
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
  running = await start(folder);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const type = { 'Content-Type': 'application/json' };

function send(method: string, word?: string, headers: Record<string, string> = {}) {
  const body = word === undefined ? null : JSON.stringify({ word });
  return fetch(`${running.url}/words`, { method, headers: { ...type, ...headers }, body });
}

/** What comes back for these bytes, when the connection is closed. */
function exchange(...lines: string[]): Promise<Buffer> {
  const { hostname, port } = new URL(running.url);
  const client = connect(Number(port), hostname);
  client.write(Buffer.from(lines.join('\r\n'), 'latin1'));
  return buffer(client);
}

describe('operations of one path', () => {
  async function ask(method: string, word?: string) {
    const answer = await send(method, word);
    return { status: answer.status, allow: answer.headers.get('allow'), ...((await answer.json()) as Word) };
  }

  it('are told apart by the method, and each message counts once', async () => {
    expect(await ask('GET')).toMatchObject({ status: 200, word: 'silence' });
    expect(await ask('POST', 'yes')).toMatchObject({ status: 200, word: 'yes!' });
    expect(await ask('PUT', 'no')).toMatchObject({ status: 200, word: 'no.' });
  });

  it('are all named where a method is none of them', async () => {
    const refused = { status: 405, allow: 'GET, POST, PUT, HEAD', word: 'MethodNotAllowed' };
    expect(await ask('DELETE')).toMatchObject(refused);
  });
});

describe('a message whose client is gone', () => {
  const isTakenAgain = async () => {
    while ((await send('GET')).status !== 200);
  };

  /** It is worked on, and nobody waits for it. */
  const leave = async (url: string) => {
    const client = new AbortController();
    const request = { method: 'POST', headers: type, body: '{"word":"wait"}', signal: client.signal };
    const gone = fetch(`${url}/words`, request);
    await gate.reached.promise;
    client.abort();
    await expect(gone).rejects.toThrow('aborted');
  };

  it('is done before the service goes', async () => {
    const stopping = await start(join(folder, 'stopping'));
    await leave(stopping.url);
    const noMoreClients = once(stopping.app.getHttpServer(), 'close');
    const stopped = stopping.close();
    await noMoreClients;
    // Long enough for what would follow at once.
    await new Promise((resolve) => setTimeout(resolve, 50));
    steps.push('done');
    gate.released.resolve();
    await stopped;
    expect(steps).toEqual(['done', 'gone']);
  });

  it('counts for as long as it is worked on', async () => {
    await leave(running.url);
    for (let again = 0; again < 20; again++) expect((await send('GET')).status).toBe(503);
    gate.released.resolve();
    await isTakenAgain();
  });
});

/** A message of which the service has the head, and no more than that. */
async function begin(method: string, length: number): Promise<ClientRequest> {
  const headers = { ...type, 'Content-Length': length, Expect: '100-continue' };
  const request = ask(`${running.url}/words`, { method, headers, agent: false });
  request.on('error', () => undefined).flushHeaders();
  await once(request, 'continue');
  return request;
}

async function answerTo(request: ClientRequest) {
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, ...((await json(answer)) as Word) };
}

describe('a message that comes slowly', () => {
  it('takes no place until it has come whole', async () => {
    const slow = await begin('PUT', 15);
    slow.write('{"word":');
    expect((await send('GET')).status).toBe(200);
    slow.end('"slow"}');
    expect(await answerTo(slow)).toEqual({ status: 200, word: 'slow.' });
  });

  it('is refused where there is no place when it has come whole', async () => {
    const slow = await begin('PUT', 15);
    const first = send('POST', 'wait');
    await gate.reached.promise;
    slow.end('{"word":"slow"}');
    expect(await answerTo(slow)).toMatchObject({ status: 503, word: 'Overloaded' });
    gate.released.resolve();
    expect((await first).status).toBe(200);
  });

  it('is timed from its head on', async () => {
    const seconds = async () => {
      const metrics = await running.app.get(Metrics).text();
      return Number(
        /duration_seconds_sum\{operation="Correct",outcome="SUCCESS"\} (\S+)/.exec(metrics)?.[1] ?? 0,
      );
    };
    const before = await seconds();
    const slow = await begin('PUT', 15);
    const start = performance.now();
    while (performance.now() - start < 100) await send('GET');
    slow.end('{"word":"slow"}');
    expect((await answerTo(slow)).status).toBe(200);
    expect((await seconds()) - before).toBeGreaterThan(0.1);
  });

  it('gives up for one that goes on, where there is no room for both', async () => {
    const mebibyte = 1_048_576;
    const slow = await Promise.all(Array.from({ length: 65 }, () => begin('PUT', mebibyte)));
    const refused = Promise.race(slow.map((each) => answerTo(each)));
    for (const each of slow) each.write(Buffer.alloc(mebibyte - 1, ' '));
    expect(await refused).toMatchObject({ status: 503, word: 'Overloaded' });
    expect((await send('PUT', 'whole')).status).toBe(200);
    const next = await begin('PUT', mebibyte);
    next.end(`{"word":"large"}`.padEnd(mebibyte));
    expect(await answerTo(next)).toEqual({ status: 200, word: 'large.' });
    for (const each of slow) each.destroy();
  });
});

describe('a client that waits to be told to send its body', () => {
  it.each([
    ['is too large', 'POST', 10_000_000, 413],
    ['comes by a method that is none', 'PATCH', 10, 405],
  ])('keeps it when it %s', async (_why, method, length, status) => {
    const head = [`${method} /words HTTP/1.1`, 'Host: here', `Content-Length: ${length}`];
    const answer = await exchange(...head, 'Content-Type: application/json', 'Expect: 100-continue', '', '');
    expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('keeps it when there is no place', async () => {
    const first = send('POST', 'wait');
    await gate.reached.promise;
    const head = ['PUT /words HTTP/1.1', 'Host: here', 'Content-Length: 15', 'Expect: 100-continue', '', ''];
    expect((await exchange(...head)).toString()).toMatch(/^HTTP\/1\.1 503 .*Connection: close/s);
    gate.released.resolve();
    await first;
  });

  it('is told, and keeps its connection', async () => {
    const head = [
      'PUT /words HTTP/1.1',
      'Host: here',
      'Content-Type: application/json',
      'Content-Length: 14',
    ];
    const message = (...more: string[]) => [...head, ...more, '', '{"word":"yes"}'];
    const one = message('Expect: 100-continue').join('\r\n');
    const answers = (await exchange(one + message('Connection: close').join('\r\n'))).toString();
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200', 'HTTP/1.1 200']);
  });
});

describe('an answer', () => {
  it('repeats headers byte for byte', async () => {
    const head = ['GET /words HTTP/1.1', 'Host: here', 'X-Mood: caf\xe9', 'Connection: close', '', ''];
    const answer = await exchange(...head);
    expect(answer.toString('latin1')).toContain('X-Mood: caf\xe9\r\n');
    expect(answer.toString()).toContain('{"word":"silence"}');
  });

  it('has an address where the client named none', async () => {
    const answer = (await exchange('DELETE /words HTTP/1.0', '', '')).toString();
    expect(answer).toContain(`"base":"${running.url}"`);
  });

  it('that breaks in the middle is an error in the log', async () => {
    const error = jest.spyOn(running.log.logger, 'error');
    const answer = await send('POST', 'pieces');
    await expect(json(answer.body!)).rejects.toThrow('terminated');
    const broken = {
      operation: 'Say',
      err: expect.objectContaining({ message: 'breaks in the middle' }) as Error,
    };
    expect(error).toHaveBeenCalledWith(expect.objectContaining(broken), expect.any(String));
  });
});

it('logs what a guard declines as an ordinary answer', async () => {
  const logger = { info: jest.fn(), error: jest.fn() };
  jest.spyOn(running.log, 'callLogger').mockReturnValueOnce(logger as unknown as Logger);
  expect(await (await send('PUT', 'no', { 'X-Mood': 'bad' })).json()).toEqual({ word: '10008' });
  expect(logger.info).toHaveBeenCalledWith({ outcome: '10008' }, 'answered');
  expect(logger.error).not.toHaveBeenCalled();
});

it('does not wait for ever for the rest of a body that is too large', async () => {
  const head = [
    'POST /words HTTP/1.1',
    'Host: here',
    'Content-Length: 10000000',
    'Connection: close',
    '',
    '',
  ];
  expect((await exchange(...head)).toString()).toMatch(/^HTTP\/1\.1 413 /);
});

it('is told that a body is too large, also where the connection ends with that', async () => {
  const large = ask(`${running.url}/words`, { method: 'POST', headers: type, agent: false });
  large.end(JSON.stringify({ word: 'x'.repeat(10_000_000) }));
  const [answer] = (await once(large, 'response')) as [IncomingMessage];
  expect([answer.statusCode, await json(answer)]).toMatchObject([413, { word: 'TooLarge' }]);
});
