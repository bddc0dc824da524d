import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StandardOutput } from './standard-output';

function outputTo(file: string): StandardOutput {
  return new StandardOutput(openSync(file, 'w'));
}

let file: string;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'log-')), 'out');
});

it('writes in order, and once, what was waiting', () => {
  const output = outputTo(file);
  output.write('one\n');
  output.write('zwei ä\n');
  expect(readFileSync(file, 'utf8')).toBe('');
  output.flushSync();
  output.flushSync();
  expect(readFileSync(file, 'utf8')).toBe('one\nzwei ä\n');
});

it('does not wait when enough has come together', () => {
  const output = outputTo(file);
  const line = `${'x'.repeat(1023)}\n`;
  for (let count = 0; count < 16; count++) output.write(line);
  expect(readFileSync(file, 'utf8')).toBe(line.repeat(16));
});

it('waits not long for company', () => {
  jest.useFakeTimers();
  const output = outputTo(file);
  output.write('one\n');
  jest.advanceTimersByTime(50);
  jest.useRealTimers();
  expect(readFileSync(file, 'utf8')).toBe('one\n');
});

it('drops what cannot be written', () => {
  const fd = openSync(file, 'w');
  const output = new StandardOutput(fd);
  closeSync(fd);
  output.write('one\n');
  expect(() => output.flushSync()).not.toThrow();
});
