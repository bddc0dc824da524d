import { runInNewContext } from 'node:vm';
import { endOnOlderNode } from './node-version';

it.each([
  ['20.20.2', 'Node 22.18 or later is needed, this is 20.20.2. Ends with 1.'],
  ['22.9.0', 'Node 22.18 or later is needed, this is 22.9.0. Ends with 1.'],
  ['22.18.0', ''],
  ['24.1.0', ''],
])('a bundle on Node %s says %j', (node, said) => {
  const words: string[] = [];
  const process = { versions: { node }, exit: (code: number) => words.push(`Ends with ${code}.`) };
  const console = { error: (text: string) => words.push(text) };
  runInNewContext(endOnOlderNode('>=22.18'), { process, console });
  expect(words.join(' ')).toBe(said);
});
