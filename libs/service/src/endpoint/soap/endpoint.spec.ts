import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  Module,
  type NestInterceptor,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { Fault } from '@trunkline/faults';
import { Message, type Schema, TokenField } from '@trunkline/fields';
import { root, soapContract, soapOperation } from '@trunkline/operations';
import { typedFault } from '@trunkline/soap';
import { SoapServiceConfig } from '../../config/soap-service.config';
import { Metrics } from '../../metrics/metrics';
import { createService, type RunningService } from '../../start/create-service';
import { endpoints } from '../endpoints';
import { type Handler, Handles } from '../handler';

const schema: Schema = { name: 'word', namespace: 'urn:test:word', prefix: 'w', elements: 'qualified' };

@Message({ schema })
class Say {
  @TokenField({ description: 'A word.' })
  word!: string;
}

@Message({ schema })
class Said {
  @TokenField({ description: 'The word again.' })
  word!: string;
}

const shared = {
  version: '1',
  summary: 'Says.',
  faults: [],
  samples: 'none',
  effect: 'own-store' as const,
  action: '',
};
const say = soapOperation({
  ...shared,
  name: 'Say',
  request: root('Say', Say),
  response: root('Said', Said),
});

@Message({ schema })
class Shout extends Say {}

@Message({ schema })
class Shouted extends Said {}

const shout = soapOperation({
  ...shared,
  name: 'Shout',
  request: root('Shout', Shout),
  response: root('Shouted', Shouted),
});

const contract = soapContract({
  name: 'words',
  title: 'Words',
  summary: 'Says words.',
  folder: __dirname,
  service: 'Words',
  schema,
  path: '/soap/words',
  versions: ['1.1'],
  faultForm: typedFault,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'UnexpectedError',
    overloaded: 'UnexpectedError',
  },
  operations: [say, shout],
});

const seen: string[] = [];

class OnlyKind implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    seen.push(context.getClass().name);
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string> }>();
    if (request.headers['x-mood'] === 'unkind') throw new ForbiddenException('inner words');
    if (request.headers['x-mood'] === 'picky') throw new Fault('FieldValidationError');
    return true;
  }
}

class Watching implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    seen.push(`around ${context.getClass().name}`);
    return next.handle();
  }
}

class Speechless extends Error {}

@Catch(Speechless)
class SpeechlessFilter implements ExceptionFilter<Speechless> {
  catch(_error: Speechless, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<Response>().status(418).send('filtered');
  }
}

/** Work that takes as long as the test wants. */
let gate: { readonly reached: PromiseWithResolvers<void>; readonly released: PromiseWithResolvers<void> };

@Handles(say)
@Injectable()
@UseGuards(OnlyKind)
@UseInterceptors(Watching)
class SayHandler implements Handler<Say, Said> {
  async handle({ word }: Say): Promise<Said> {
    if (word === 'wait') {
      gate.reached.resolve();
      await gate.released.promise;
    }
    if (word === 'broken') throw new Error('the secret of the inside');
    return { word };
  }
}

@Handles(shout)
@Injectable()
@UseFilters(SpeechlessFilter)
class ShoutHandler implements Handler<Shout, Shouted> {
  async handle({ word }: Shout): Promise<Shouted> {
    if (word === 'nothing') throw new Speechless();
    return { word: word.toUpperCase() };
  }
}

@Module({
  controllers: endpoints(contract, [SayHandler, ShoutHandler]),
  providers: [SayHandler, ShoutHandler],
})
class WordsModule {}

class WordsConfig extends SoapServiceConfig {
  override readonly port: number = 0;
}

describe('the endpoint of a SOAP operation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-words-'));
  let service: RunningService;

  beforeAll(async () => {
    const words = { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig };
    service = await createService(words, {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATA_FOLDER: folder,
      TRUST_PROXY: '1',
      MESSAGES_AT_ONCE: '1',
      SOAP_12_SENDER_STATUS: '500',
    });
  });

  beforeEach(() => {
    seen.splice(0);
    gate = { reached: Promise.withResolvers(), released: Promise.withResolvers() };
  });

  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const post = (
    element: string,
    word: string,
    headers: Record<string, string> = {},
    signal: AbortSignal | null = null,
  ) =>
    fetch(`${service.url}/soap/words`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'text/xml', ...headers },
      body:
        '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' +
        `<${element} xmlns="urn:test:word"><word>${word}</word></${element}></e:Body></e:Envelope>`,
    });

  it('is chosen by the root element of the body', async () => {
    expect(await (await post('Say', 'hello')).text()).toContain(
      '<w:Said xmlns:w="urn:test:word"><w:word>hello</w:word></w:Said>',
    );
    expect(await (await post('Shout', 'hello')).text()).toContain('<w:word>HELLO</w:word>');
  });

  it('has the guards and interceptors of its handler, and of no other', async () => {
    await post('Say', 'hello');
    expect(seen).toEqual(['SayEndpoint', 'around SayEndpoint']);
    await post('Shout', 'hello');
    expect(seen).toHaveLength(2);
  });

  it('answers what a guard throws as a fault, without its words', async () => {
    const answer = await post('Say', 'hello', { 'x-mood': 'unkind' });
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain('<faultcode>env:Client</faultcode>');
    expect(text).not.toContain('inner words');
  });

  it('has the filters of its handler', async () => {
    const answer = await post('Shout', 'nothing');
    expect([answer.status, await answer.text()]).toEqual([418, 'filtered']);
  });

  it('answers anything unforeseen as the unexpected error, and shows nothing of the inside', async () => {
    const answer = await post('Say', 'broken');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('<flt:code>2020</flt:code>');
    expect(text).not.toMatch(/secret|at .*\(/);
  });

  it('keeps the place of a message for as long as it is worked on, also when its client is gone', async () => {
    const client = new AbortController();
    const gone = post('Say', 'wait', {}, client.signal);
    await gate.reached.promise;
    client.abort();
    await expect(gone).rejects.toThrow('aborted');
    for (let again = 0; again < 20; again++)
      expect((await post('Shout', 'hello')).headers.get('retry-after')).toBe('1');
    gate.released.resolve();
    while ((await post('Shout', 'hello')).status !== 200);
  });

  it('logs what a guard declines as an ordinary answer', async () => {
    const logger = { info: jest.fn(), error: jest.fn() };
    jest.spyOn(service.log, 'callLogger').mockReturnValueOnce(logger as unknown as Logger);
    expect(await (await post('Say', 'hello', { 'x-mood': 'picky' })).text()).toContain('<flt:code>10008<');
    expect(logger.info).toHaveBeenCalledWith({ outcome: '10008' }, 'answered');
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('counts what names no operation by the name of the service, and does not time it', async () => {
    await fetch(`${service.url}/soap/words`, { method: 'POST', headers: { 'content-type': 'text/xml' } });
    const metrics = await service.app.get(Metrics).text();
    expect(metrics).toContain('trunkline_requests_refused_total{operation="words",outcome="Malformed"}');
    expect(metrics).toContain('trunkline_requests_refused_total{operation="words",outcome="Overloaded"}');
    expect(metrics).not.toMatch(/duration.*(Malformed|Overloaded)/);
  });

  it("says by the status that is configured that a fault of SOAP 1.2 is its sender's", async () => {
    const twelve = await fetch(`${service.url}/soap/words`, {
      method: 'POST',
      headers: { 'content-type': 'application/soap+xml' },
      body: '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><x xmlns="urn:x"/></e:Body></e:Envelope>',
    });
    expect([twelve.status, await twelve.text()]).toEqual([500, expect.stringContaining('env:Sender')]);
  });

  it('cannot be reached by the route that it has inside the process', async () => {
    const answer = await fetch(`${service.url}/soap/words/Say`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(404);
  });

  it('is described at the address that the client used, also behind a proxy', async () => {
    const read = async (headers: Record<string, string>) =>
      (await fetch(`${service.url}/soap/words?wsdl`, { headers })).text();
    expect(await read({})).toContain(`<soap:address location="${service.url}/soap/words"/>`);
    const forwarded = await read({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'words.example' });
    expect(forwarded).toContain('<soap:address location="https://words.example/soap/words"/>');
    expect(forwarded).toContain('schemaLocation="https://words.example/soap/words?xsd=word"');
  });

  it('is described at the address that a client came to that names none', async () => {
    const { hostname, port } = new URL(service.url);
    const client = connect(Number(port), hostname);
    client.write('GET /soap/words?wsdl HTTP/1.0\r\n\r\n');
    expect(await text(client)).toContain(`<soap:address location="${service.url}/soap/words"/>`);
  });

  it.each([
    ['GET', '/soap/words', 405, 'POST'],
    ['DELETE', '/soap/words', 405, 'GET, POST, HEAD'],
    ['GET', '/soap/words?xsd=nothing', 404, null],
    ['GET', '/nowhere', 404, null],
  ])('answers %s %s with %i', async (method, path, status, allow) => {
    const answer = await fetch(`${service.url}${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
    expect(answer.headers.get('content-type')).toContain('xml');
  });
});
