import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { Message, TokenField } from '@trunkline/fields';
import { restContract, type RestFaultForm, restOperation } from '@trunkline/operations';
import { ServiceConfig } from '../../config/service.config';
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

const faultForm: RestFaultForm = { body: Word, fault: () => ({}), refusal: ({ kind }) => ({ word: kind }) };

const contract = restContract({
  name: 'words',
  title: 'Words',
  summary: 'Says words.',
  folder: __dirname,
  faultForm,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'UnexpectedError',
  },
  operations: [listen, say, correct],
});

@Handles(listen)
@Injectable()
class ListenHandler implements Handler<object, Word> {
  handle = async () => ({ word: 'silence' });
}

@Handles(say)
@Injectable()
class SayHandler implements Handler<Word, Word> {
  handle = async ({ word }: Word) => ({ word: `${word}!` });
}

@Handles(correct)
@Injectable()
class CorrectHandler implements Handler<Word, Word> {
  handle = async ({ word }: Word) => ({ word: `${word}.` });
}

const handlers = [ListenHandler, SayHandler, CorrectHandler];

@Module({ controllers: endpoints(contract, handlers), providers: handlers })
class WordsModule {}

class WordsConfig extends ServiceConfig {
  override readonly port: number = 0;
}

describe('operations of one path', () => {
  let folder: string;
  let running: RunningService;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
    running = await createService(
      { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig },
      { PORT: '0', LOG_LEVEL: 'silent', DATA_FOLDER: folder, MESSAGES_AT_ONCE: '1' },
    );
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  async function ask(method: string, word?: string) {
    const body = word === undefined ? null : JSON.stringify({ word });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${running.url}/words`, { method, headers, body });
    return { status: answer.status, allow: answer.headers.get('allow'), ...((await answer.json()) as Word) };
  }

  it('are told apart by the method, and each message counts once', async () => {
    expect(await ask('GET')).toMatchObject({ status: 200, word: 'silence' });
    expect(await ask('POST', 'yes')).toMatchObject({ status: 200, word: 'yes!' });
    expect(await ask('PUT', 'no')).toMatchObject({ status: 200, word: 'no.' });
  });

  it('are all named where a method is none of them', async () => {
    const refused = { status: 405, allow: 'GET, POST, PUT, HEAD', word: 'MethodNotAllowed' };
    expect(await ask('DELETE')).toEqual(refused);
  });
});
