import { writeSync } from 'node:fs';

/** How long a line may wait for company, in milliseconds, and how many characters wait at most. */
const patience = 50;
const enough = 16_384;

/** How often a write is tried that the reader has no room for, and how long is waited in between, in milliseconds. */
const attempts = 100;
const pause = 10;

/**
 * Where the log goes: lines are gathered, and written many at a time. pino's own destination hangs for ever when it is flushed
 * after its reader has gone (`node main.js | head`); here what nobody reads is dropped.
 */
export class StandardOutput {
  private waiting = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly fd: number) {}

  write(line: string): void {
    this.waiting += line;
    if (this.waiting.length >= enough) this.flushSync();
    else this.timer ??= setTimeout(() => this.flushSync(), patience).unref();
  }

  /** Writes out what is waiting; pino calls it after a fatal line. */
  flushSync(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    let bytes = Buffer.from(this.waiting);
    this.waiting = '';
    for (let tried = 0; bytes.length > 0 && tried < attempts; tried++) {
      bytes = bytes.subarray(this.writeSome(bytes));
    }
  }

  /** How many bytes are done with. */
  private writeSome(bytes: Buffer): number {
    try {
      return writeSync(this.fd, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return bytes.length;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      return 0;
    }
  }
}

let shared: StandardOutput | undefined;

/** The standard output of this process; what is still waiting when it ends is written then. */
export function standardOutput(): StandardOutput {
  if (shared !== undefined) return shared;
  const output = new StandardOutput(process.stdout.fd);
  process.once('exit', () => output.flushSync());
  return (shared = output);
}
