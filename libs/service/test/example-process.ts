import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const root = join(__dirname, '../../..');

const example = `
  import { Controller, Get, Module } from '@nestjs/common';
  import { ServiceConfig, startService } from '@trunkline/service';

  class ExampleConfig extends ServiceConfig {
    override readonly port: number = 0;
  }

  @Controller()
  class ExampleController {
    @Get('hang')
    hang() {
      process.send?.('hanging');
      return new Promise(() => undefined);
    }

    @Get('break')
    break() {
      setImmediate(() => { throw new Error('nobody catches this'); });
    }

    @Get('reject')
    reject() {
      void Promise.reject(new Error('nobody catches this'));
    }
  }

  @Module({ controllers: [ExampleController] })
  class ExampleModule {}

  void startService({ name: 'example', title: 'Example', module: ExampleModule, config: ExampleConfig, migrations: [] });
`;

const folder = mkdtempSync(join(tmpdir(), 'example-'));
const main = join(folder, 'main.js');

/** Builds the example as an app is built. */
export async function buildExample(): Promise<void> {
  const config = createRequire(__filename)(join(root, 'tools/build/esbuild.config.js')) as BuildOptions;
  await build({
    stdin: { contents: example, loader: 'ts', resolveDir: __dirname },
    tsconfig: join(root, 'tsconfig.base.json'),
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: main,
    plugins: config.plugins ?? [],
  });
}

interface Ready {
  readonly ready: { readonly name: string; readonly url: string };
}

/** The example as a process of its own. */
export class ExampleProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'example-data-'));
  readonly process: ChildProcess;
  private readonly closed: Promise<unknown[]>;
  private readonly output: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };

  constructor(args: readonly string[] = [], env: Record<string, string> = {}) {
    this.process = spawn(process.execPath, [main, ...args], {
      cwd: this.folder,
      env: { NODE_PATH: join(root, 'node_modules'), HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.closed = once(this.process, 'close');
    for (const name of ['stdout', 'stderr'] as const) {
      this.process[name]?.on('data', (bytes: Buffer) => (this.output[name] += bytes.toString()));
    }
  }

  get stderr(): string {
    return this.output.stderr;
  }

  /** What it logged, by message. */
  get logged(): string[] {
    const lines = this.output.stdout.trim().split('\n');
    return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  }

  get stdout(): string {
    return this.output.stdout;
  }

  /** Resolves when it has logged this. */
  async says(message: string): Promise<void> {
    while (!this.output.stdout.includes(message)) await once(this.process.stdout!, 'data');
  }

  async message<T>(): Promise<T> {
    const [message] = (await once(this.process, 'message')) as [T];
    return message;
  }

  async url(): Promise<string> {
    return (await this.message<Ready>()).ready.url;
  }

  async exitCode(): Promise<unknown> {
    const [code] = await this.closed;
    return code;
  }
}
