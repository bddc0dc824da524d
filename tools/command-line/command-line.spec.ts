import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a tool says: its exit code, and the first line of what it prints. */
function called(tool: string, ...args: string[]): [code: number | null, line: string | undefined] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '..', tool), ...args], {
    encoding: 'utf8',
  });
  return [status, (stderr || stdout).split('\n')[0]];
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
  ['demo/demo.ts', ['--bogus'], /^Unknown option '--bogus'/],
  ['start/start.ts', ['events'], /^events is too much\.$/],
  ['new/new-backend.ts', [], /^Words that it takes: 1, not 0\.$/],
  ['new/new-backend.ts', ['4711'], /^4711 is no name$/],
])('%s %j is refused in a line, and does nothing', (tool, args, line) => {
  expect(called(tool, ...args)).toEqual([2, expect.stringMatching(line)]);
});

it.each([
  ['demo/demo.ts', '-h', /^npm run demo: /],
  ['start/start.ts', '--help', /^npm start: /],
  ['new/new-backend.ts', '-h', /^npm run new:backend -- <name>: /],
])('%s %s says how it is called', (tool, flag, line) => {
  expect(called(tool, flag)).toEqual([0, expect.stringMatching(line)]);
});
