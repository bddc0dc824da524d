import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** An app in a folder of its own, with nothing of the workspace around it. */
export class DeployedApp {
  private constructor(
    readonly name: string,
    readonly folder: string,
  ) {}

  /** Builds an app, copies it, and installs it as an operator does. */
  static install(name: string): DeployedApp {
    const folder = mkdtempSync(join(tmpdir(), `trunkline-${name}-`));
    const nx = require.resolve('nx/bin/nx.js');
    execFileSync(process.execPath, [nx, 'build', name], { cwd: root, stdio: 'pipe' });
    cpSync(join(root, 'dist/apps', name), folder, { recursive: true });
    execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline'], { cwd: folder, stdio: 'pipe' });
    return new DeployedApp(name, folder);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Runs it to its end, and gives what it prints. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
    const options = { cwd: this.folder, env, encoding: 'utf8' } as const;
    return execFileSync(process.execPath, ['main.js', ...args], options);
  }

  /** @throws when it ends before it answers. */
  async start(env: Readonly<Record<string, string>>): Promise<RunningApp> {
    const settings = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', ...env };
    const child = fork(join(this.folder, 'main.js'), {
      cwd: this.folder,
      env: settings,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const message = once(child, 'message') as Promise<[{ ready: { url: string } }]>;
    const first = await Promise.race([message, once(child, 'exit').then(() => undefined)]);
    if (!first) throw new Error(`${this.name} ended before it was ready`);
    return new RunningApp(child, first[0].ready.url);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The process of a deployed app. */
export class RunningApp {
  constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** As an operator stops it. Gives its exit code. */
  async stop(): Promise<number | null> {
    const exit = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill('SIGTERM');
    return (await exit)[0];
  }
}
