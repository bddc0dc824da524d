import { firstOfEach, plainestFirst, type Sample } from './sample.ts';

function sample(operation: string, name: string, status = 200): Sample {
  return { operation, name, request: { method: 'POST', path: '/', headers: {} }, response: { status } };
}

const samples = [
  sample('Create', 'a-refusal', 500),
  sample('Create', 'creates-it-from-the-least'),
  sample('Create', 'creates-it'),
  sample('Search', 'finds-it'),
];

it('puts those first that succeed, and of these the plainest', () => {
  const names = plainestFirst(samples).map(({ name }) => name);
  expect(names).toEqual(['finds-it', 'creates-it', 'creates-it-from-the-least', 'a-refusal']);
});

it('takes one of each operation', () => {
  const names = firstOfEach(plainestFirst(samples)).map(({ name }) => name);
  expect(names).toEqual(['finds-it', 'creates-it']);
});
