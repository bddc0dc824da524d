import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharesItsDatabase } from '@trunkline/testing';
import { createNumbered, isThere, repeated, startNothing } from './numbered-services';

const folder = mkdtempSync(join(tmpdir(), 'trunkline-cmp-'));
const exampleSet = join(folder, 'example');

/** So many customers beside those of the example set that PostgreSQL looks each up by the index, in the order in which they come. */
const others = Array.from({ length: 20_000 }, (_, index) => `${20_000_000 + index}\n`);

beforeAll(() => {
  cpSync(join(__dirname, '../src/example'), exampleSet, { recursive: true });
  appendFileSync(join(exampleSet, 'subscriptions.csv'), others.join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

sharesItsDatabase({
  name: 'cmp-services',
  main: join(__dirname, '../src/main.ts'),
  beside: [exampleSet],
  rate: 100,
  jobs: false,
  startBackEnd: startNothing,
  settings: () => ({}),
  send: createNumbered,
  said: (answer) => (isThere(answer) ? 'done' : 'unknown'),
  repeated,
});
