import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { IntegerField, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { jsonMedia, restContract, restOperation } from '@trunkline/operations';
import { ServiceConfig } from '../config/service.config';
import { endpoints } from '../endpoint/endpoints';
import { type Handler, Handles } from '../endpoint/handler';
import { createService } from '../start/create-service';

const optional = true;

class Origin {
  @TextField({ description: 'The language.', optional })
  language?: string;
}

class Word {
  @TextField({ description: 'The word.' })
  word!: string;

  @TokenField({ description: 'Its kind.', choices: ['NOUN', 'VERB'], optional })
  kind?: string;

  @TokenField({ description: 'How old it is.', pattern: '[0-9]+', orInteger: true, optional })
  age?: string;

  @ObjectField(() => Origin, { description: 'Where it comes from.', optional })
  origin?: Origin;
}

class Sense {
  @TextField({ description: 'The sense.' })
  sense!: string;
}

class Problem {
  @TextField({ description: 'What is wrong.', optional })
  text?: string;

  @ObjectField(() => Sense, { description: 'What was meant.', list: { min: 0 } })
  senses?: Sense[];
}

class Parameters {
  @TokenField({ description: 'The version.', example: 'v1', choices: ['v1', 'v2'] })
  version!: string;

  @IntegerField({ description: 'How many.', example: '10', minimum: 1, maximum: 99, optional })
  limit?: number;
}

class Sent {
  @TextField({ description: 'Who asks.', maxLength: 255, optional })
  'X-Sender'?: string;
}

class Answered {
  @TextField({ description: 'Who answers.' })
  'X-Server'!: string;
}

class Counted {
  @IntegerField({ description: 'How many there are.', example: '3', minimum: 0, maximum: 99 })
  'X-Count'!: number;
}

const shared = {
  version: '1',
  summary: 'Words.',
  status: 200,
  samples: 'none',
  effect: 'own-store',
  path: '/:version/words',
  parameters: Parameters,
  response: Word,
} as const;
const list = restOperation<object, object, Parameters>({
  ...shared,
  name: 'List',
  method: 'GET',
  list: true,
  partial: true,
  headers: Counted,
  faults: ['AccountNotFound', 'AccountListenerNotFound'],
});
const add = restOperation<Word, object, Parameters>({
  ...shared,
  name: 'Add',
  method: 'POST',
  request: Word,
  scope: 'words:add',
  faults: [],
});

const contract = restContract({
  name: 'words',
  title: 'Words',
  summary: 'Keeps words.',
  folder: __dirname,
  media: {
    ...jsonMedia,
    roots: [
      { element: 'word', message: Word },
      { element: 'Wort', message: Word },
      { element: 'mot', message: Word },
      { element: 'problem', message: Problem },
    ],
    description: 'A word.',
  },
  credentials: { scheme: 'bearer', description: 'A token.' },
  headers: {
    request: Sent,
    response: Answered,
    messageId: 'X-Id',
    identify: () => ({}),
    answer: () => ({ 'X-Server': 'words' }),
  },
  faultForm: { body: Problem, fault: () => ({}), refusal: () => ({}) },
  commonFaults: {
    unexpected: 'AccountUnexpected',
    invalid: 'AccountInvalid',
    repeated: 'AccountInvalid',
    inDoubt: 'AccountUnexpected',
  },
  operations: [list, add],
});

@Handles(list)
@Injectable()
class ListHandler implements Handler<object, object, Parameters> {
  handle = async () => [];
}

@Handles(add)
@Injectable()
class AddHandler implements Handler<Word, object, Parameters> {
  handle = async (word: Word) => word;
}

const handlers = [ListHandler, AddHandler];

@Module({ controllers: endpoints(contract, handlers), providers: handlers })
class WordsModule {}

class WordsConfig extends ServiceConfig {
  override readonly port: number = 0;
}

interface Described {
  readonly tags: readonly string[];
  readonly description?: string;
  readonly requestBody: object;
  readonly parameters: readonly { readonly name: string; readonly schema: object }[];
  readonly responses: Readonly<
    Record<string, { description: string; headers: object; content: Record<string, { schema: object }> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { properties: object }>>;
    readonly securitySchemes: object;
  };
  readonly security: readonly object[];
}

describe('the OpenAPI document of a REST contract', () => {
  let document: Document;
  let listed: Described;
  let added: Described;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
    const running = await createService(
      { name: 'words', title: 'Words', contract, module: WordsModule, config: WordsConfig },
      { PORT: '0', LOG_LEVEL: 'silent', DATA_FOLDER: folder },
    );
    document = (await (await fetch(`${running.url}/docs-json`)).json()) as Document;
    listed = document.paths['/{version}/words']!['get']!;
    added = document.paths['/{version}/words']!['post']!;
    await running.close();
    rmSync(folder, { recursive: true });
  });

  it('has each operation once, under the title of the contract', () => {
    expect([listed.tags, added.tags]).toEqual([['Words'], ['Words']]);
  });

  it('bounds what stands in an address and in a header', () => {
    const schemas = listed.parameters.map(({ name, schema }) => [name, schema]);
    expect(Object.fromEntries(schemas)).toEqual({
      'X-Sender': { type: 'string', maxLength: 255 },
      version: { type: 'string', enum: ['v1', 'v2'], example: 'v1' },
      limit: { type: 'integer', minimum: 1, maximum: 99, example: 10 },
    });
  });

  it('has the headers of the operation beside those of the contract', () => {
    expect(listed.responses['200']!.headers).toEqual({
      'X-Server': { description: 'Who answers.', schema: { type: 'string' } },
      'X-Count': {
        description: 'How many there are.',
        example: 3,
        schema: { type: 'integer', minimum: 0, maximum: 99 },
      },
    });
  });

  it('has the status of every fault', () => {
    const { '200': _answer, ...errors } = listed.responses;
    const descriptions = Object.entries(errors).map(([status, { description }]) => [status, description]);
    expect(Object.fromEntries(descriptions)).toEqual({
      400: 'Invalid: The request breaks a rule of the contract',
      401: 'Authentication is needed',
      403: 'This is not allowed',
      404: 'AccountNotFound: There is no such account; ListenerNotFound: There is no such listener',
      500: 'Unexpected: Unexpected error',
      503: 'The service is overloaded',
      default: 'An error',
    });
    expect(Object.keys(errors['401']!.headers)).toEqual(['X-Server', 'WWW-Authenticate']);
    expect(Object.keys(errors['503']!.headers)).toEqual(['X-Server', 'Retry-After']);
  });

  it('offers the credentials that a service may be configured to ask for, and requires none', () => {
    expect(document.components.securitySchemes).toEqual({
      bearer: { type: 'http', scheme: 'bearer', description: 'A token.' },
    });
    expect(document.security).toEqual([{ bearer: [] }, {}]);
  });

  it('says which scope a token must have', () => {
    expect(added.description).toBe('Where a token is asked for, it must have the scope words:add.');
    expect(listed).not.toHaveProperty('description');
  });

  it('says of the request what its schema cannot', () => {
    expect(added.requestBody).toMatchObject({ required: true, description: 'A word.' });
  });

  it('names in XML the root elements and the items of lists', () => {
    const { Word: word, Origin: origin, Sense: sense, Problem: problem } = document.components.schemas;
    expect(word).toMatchObject({
      description: 'In XML the root element Wort or mot is read, too.',
      xml: { name: 'word' },
    });
    expect(problem).toMatchObject({ xml: { name: 'problem' } });
    expect(problem).not.toHaveProperty('description');
    expect(sense).toMatchObject({ xml: { name: 'senses' } });
    expect(origin).not.toHaveProperty('xml');
  });

  it('takes null for absence in what is sent, and in nothing else', () => {
    const { Word: word, Origin: origin, Problem: problem } = document.components.schemas;
    expect(word!.properties).toEqual({
      word: { type: 'string', description: 'The word.' },
      kind: { type: 'string', description: 'Its kind.', enum: ['NOUN', 'VERB'], nullable: true },
      age: {
        description: 'How old it is.',
        oneOf: [
          { type: 'integer', nullable: true },
          { type: 'string', pattern: '^(?:[0-9]+)$' },
        ],
      },
      origin: {
        description: 'Where it comes from.',
        type: 'object',
        nullable: true,
        allOf: [{ $ref: '#/components/schemas/Origin' }],
      },
    });
    expect(origin!.properties).toMatchObject({ language: { nullable: true } });
    expect(problem!.properties).not.toMatchObject({ text: { nullable: true } });
  });

  it('requires nothing of an answer that may be a part of its message', () => {
    const { Word: word, PartOfWord: part } = document.components.schemas;
    expect(listed.responses['200']!.content).toEqual({
      'application/json': {
        schema: { type: 'array', items: { $ref: '#/components/schemas/PartOfWord' } },
      },
    });
    expect({ ...part, required: ['word'] }).toEqual(word);
    expect(part).not.toHaveProperty('required');
  });
});
