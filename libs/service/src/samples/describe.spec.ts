import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Contract } from '@trunkline/operations';
import { describeContract } from './describe';

const folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));

afterAll(() => rmSync(folder, { recursive: true }));

const contract = {
  form: 'rest',
  folder,
  media: { types: ['application/json'], write: () => '{}' },
  faultForm: { refusal: () => ({}) },
  operations: [{ form: 'rest', name: 'Add', method: 'POST', path: '/words', status: 204, samples: '.' }],
};

/** The example that a document has of a request. */
function exampleOf(request: string): unknown {
  const sample = join(folder, 'adds-a-word');
  mkdirSync(sample, { recursive: true });
  writeFileSync(join(sample, 'request.json'), request);
  const examples: Record<string, unknown> = {};
  const content = { 'application/json': { schema: {}, examples } };
  const paths = { '/words': { post: { operationId: 'Add', requestBody: { content }, responses: {} } } };
  describeContract({ paths } as unknown as OpenAPIObject, contract as unknown as Contract);
  return examples['adds-a-word'];
}

it('has a sample as a value', () => {
  expect(exampleOf('{ "word": "\\"a\\" b" }\n')).toEqual({
    summary: 'adds a word',
    value: { word: '"a" b' },
  });
});

it.each([
  ['is no JSON', '{ "word": "a", }'],
  ['has digits that a number does not keep', '{ "price": 19.90 }'],
  ['has half of a surrogate pair, which many cannot read', '{ "word": "\\ud83d" }'],
  ['has a surrogate pair as two escapes', '{ "word": "\\ud83d\\ude00" }'],
])('has a sample as it stands that %s', (_, request) => {
  expect(exampleOf(request)).toMatchObject({ value: request });
});
