import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { Fault } from '@trunkline/faults';
import { Message, TokenField } from '@trunkline/fields';
import { restContract, type RestFaultForm, type RestHeaders, restOperation } from '@trunkline/operations';
import { Journal } from '@trunkline/store';
import type { Call } from '../call/call';
import { OpenCall } from '../call/calls';
import { CallsConfig } from '../config/calls.config';
import { ServiceConfig } from '../config/service.config';
import { Settings } from '../config/setting';
import { createService, type RunningService } from '../start/create-service';
import { Clock } from '../time/clock';
import { endpoints } from './endpoints';
import { type Handler, Handles } from './handler';

@Message({})
class Word {
  @TokenField({ description: 'A word.' })
  word!: string;
}

@Message({})
class Ids {
  @TokenField({ description: 'The id of the message.', optional: true })
  'X-Message'?: string;
}

const answer = jest.fn(() => ({}));

const headers: RestHeaders<Ids, Ids> = {
  request: Ids,
  response: Ids,
  messageId: 'X-Message',
  identify: (sent) => ({ sender: 'urn:crm', messageId: sent['X-Message'] }),
  answer: () => answer(),
};

const faultForm: RestFaultForm = {
  body: Word,
  fault: ({ row, text }) => ({ word: row.code, text }),
  refusal: ({ kind }) => ({ word: kind }),
};

const say = restOperation({
  name: 'Say',
  version: '1',
  summary: 'Says.',
  status: 200,
  faults: ['IcomsBusinessException', 'IcomsSystemException'],
  samples: 'none',
  effect: 'outside',
  path: '/words',
  method: 'POST',
  request: Word,
  response: Word,
});

const contract = restContract({
  name: 'words',
  title: 'Words',
  summary: 'Says words.',
  folder: __dirname,
  headers,
  faultForm,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'IcomsSystemException',
  },
  operations: [say],
});

let handle: (call: Call) => Promise<void>;

@Handles(say)
@Injectable()
class SayHandler implements Handler<Word, Word> {
  async handle(request: Word, call: Call): Promise<Word> {
    await handle(call);
    return request;
  }
}

@Module({ controllers: endpoints(contract, [SayHandler]), providers: [SayHandler] })
class WordsModule {}

class WordsConfig extends ServiceConfig {
  override readonly port: number = 0;

  @Settings(() => CallsConfig)
  readonly calls!: CallsConfig;
}

/** By it no lease of a message is ever over. */
class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-03-01T12:00:00Z');
  }
}

describe('a message with an effect outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-words-'));
  let running: RunningService;
  let journal: Journal;
  let handled: Call[];

  beforeAll(async () => {
    const words = { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig };
    const env = { HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_FOLDER: folder, CALL_DEADLINE_MS: '100' };
    running = await createService(words, env, { clock: new StoppedClock() });
    journal = running.app.get(Journal);
  });
  beforeEach(() => {
    handled = [];
    handle = async (call) => void handled.push(call);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const send = async (id: string): Promise<unknown> => {
    const sent = { 'Content-Type': 'application/json', 'X-Message': id };
    const answer = await fetch(`${running.url}/words`, {
      method: 'POST',
      headers: sent,
      body: '{"word":"yes"}',
    });
    return answer.json();
  };
  const failing = (name: 'accept' | 'settle') =>
    void jest.spyOn(journal, name).mockRejectedValueOnce(new Error('no database'));
  const unexpected = { word: '2020' };
  const inDoubt = {
    word: '10466',
    text: expect.stringContaining('outcome of this message is unknown') as string,
  };

  it('that was not taken is not done, and nothing else is said of it', async () => {
    failing('accept');
    expect(await send('a-1')).toEqual(unexpected);
    expect(handled).toEqual([]);
    expect(await send('a-1')).toEqual({ word: 'yes' });
  });

  it('that was done and could not be kept is in doubt', async () => {
    failing('settle');
    expect(await send('a-2')).toEqual(inDoubt);
    expect(handled).toHaveLength(1);
  });

  it('that may have been done and could not be kept is in doubt', async () => {
    failing('settle');
    handle = () => Promise.reject(new Fault('IcomsSystemException', { inDoubt: true, text: 'lost' }));
    expect(await send('a-3')).toEqual(inDoubt);
  });

  it('that was declined is not in doubt, though that could not be kept', async () => {
    failing('settle');
    handle = () => Promise.reject(new Fault('IcomsBusinessException'));
    expect(await send('a-4')).toEqual(unexpected);
  });

  it('that comes again waits for the first no longer than the deadline, and is in doubt then', async () => {
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    handle = () => (begun.resolve(), released.promise);
    const first = send('a-5');
    await begun.promise;
    expect(await send('a-5')).toEqual(inDoubt);
    released.resolve();
    expect(await first).toEqual({ word: 'yes' });
  });

  it('lets go of its deadline, also when its answer cannot be put together', async () => {
    const end = jest.spyOn(OpenCall.prototype, 'end');
    for (let time = 0; time < 2; time++) answer.mockImplementationOnce(() => raise('no answer'));
    expect(await send('a-6')).toEqual(unexpected);
    expect(end).toHaveBeenCalledTimes(1);
  });
});

function raise(message: string): never {
  throw new Error(message);
}
