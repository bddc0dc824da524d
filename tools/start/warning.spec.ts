import { warningOf } from './warning.ts';

it.each([
  ['{"level":"info","msg":"ready"}', undefined],
  ['{"level":"warn","msg":"slow"}', 'warn: slow'],
  ['{"level":"error","msg":"failed","err":{"message":"refused"}}', 'error: failed: refused'],
  ['a line of somebody else', 'a line of somebody else'],
])('makes of %s %s', (line, warning) => {
  expect(warningOf(line)).toBe(warning);
});
