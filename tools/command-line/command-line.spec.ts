import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a tool says that is called wrongly: its exit code, and the first line of what it prints. */
function called(tool: string, ...args: string[]): [code: number | null, line: string | undefined] {
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '..', tool), ...args], {
    encoding: 'utf8',
  });
  return [status, stderr.split('\n')[0]];
}

it.each([
  ['fuzz/fuzz.ts', ['nope'], /^There is no nope; there are accounts, cmp-services, /],
  ['fuzz/fuzz.ts', ['--runs', 'abc'], /^--runs takes a whole number of at least 1, not abc\.$/],
  ['fuzz/fuzz.ts', ['--runs', '0'], /^--runs takes a whole number of at least 1, not 0\.$/],
  ['fuzz/fuzz.ts', ['--bogus'], /^Unknown option '--bogus'/],
  ['bench/bench.ts', [], /^What is to be measured\?$/],
  ['bench/bench.ts', ['nope'], /^There is no nope; there are events, /],
  ['bench/bench.ts', ['events', 'accounts'], /^accounts is too much\.$/],
  ['bench/bench.ts', ['overload', 'soak'], /^There is no soak; there are events, /],
  [
    'bench/bench.ts',
    ['soak', '--minutes', 'long'],
    /^--minutes takes a whole number of at least 1, not long\.$/,
  ],
])('%s %j is refused in a line, and does nothing', (tool, args, line) => {
  expect(called(tool, ...args)).toEqual([2, expect.stringMatching(line)]);
});
