import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { samplesIn } from './sample.ts';

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

it('reads the samples of an operation, those that succeed first, the plainest of all first', () => {
  const samples = samplesIn(
    folderOf({
      'a-refusal/request.xml': '<a/>',
      'a-refusal/http.json': '{ "response": { "status": 500 } }',
      'creates-it-from-the-least/request.xml': '<c/>',
      'creates-it/request.xml': '<b/>',
      'creates-it/http.json': '{ "request": { "headers": { "accept": "text/xml" } } }',
    }),
  );
  expect(samples).toEqual([
    {
      sentence: 'creates it',
      format: 'xml',
      body: '<b/>',
      headers: { accept: 'text/xml' },
      path: undefined,
      status: 200,
    },
    {
      sentence: 'creates it from the least',
      format: 'xml',
      body: '<c/>',
      headers: {},
      path: undefined,
      status: 200,
    },
    { sentence: 'a refusal', format: 'xml', body: '<a/>', headers: {}, path: undefined, status: 500 },
  ]);
});

it('reads JSON samples, and a path that stands in place of one with parameters', () => {
  const [sample] = samplesIn(
    folderOf({
      'creates-it/request.json': '{}',
      'creates-it/http.json': '{ "request": { "path": "/brm/v4" } }',
    }),
  );
  expect(sample).toMatchObject({ format: 'json', body: '{}', path: '/brm/v4' });
});
