import { Injectable, Module } from '@nestjs/common';
import { Message, TokenField } from '@trunkline/fields';
import { restContract, type RestFaultForm, type RestHeaders, restOperation } from '@trunkline/operations';
import type { Call } from '../src/call/call';
import { CallsConfig } from '../src/config/calls.config';
import { ServiceConfig } from '../src/config/service.config';
import { Settings } from '../src/config/setting';
import { endpoints } from '../src/endpoint/endpoints';
import { type Handler, Handles } from '../src/endpoint/handler';

// A service with one operation, whose effect is outside: it says a word.

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

const headers: RestHeaders<Ids, Ids> = {
  request: Ids,
  response: Ids,
  messageId: 'X-Message',
  identify: (sent) => ({ sender: 'urn:crm', messageId: sent['X-Message'] }),
  answer: () => speech.headers(),
};

const faultForm: RestFaultForm = {
  body: Word,
  fault: ({ row, text, fields: [field] }) => ({ word: row.code, text, path: field?.path }),
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

export const contract = restContract({
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

/** What a test has the service do. */
export const speech = {
  handle: (_call: Call): Promise<void> => Promise.resolve(),
  headers: (): Ids => ({}),
};

@Handles(say)
@Injectable()
class SayHandler implements Handler<Word, Word> {
  async handle(request: Word, call: Call): Promise<Word> {
    await speech.handle(call);
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

export const words = { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig };
