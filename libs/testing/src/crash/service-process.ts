import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import type { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '../../../..');

interface BundleTool {
  bundle(entry: string, outfile: string): Promise<void>;
}

/**
 * Bundles a test's own entry as an app is bundled, and gives the file to run.
 *
 * @param beside Folders that the app's build puts beside its `main.js`.
 */
export async function bundle(entry: string, name: string, beside: readonly string[] = []): Promise<string> {
  const tool = (await import(join(root, 'tools/build/bundle.js'))) as BundleTool;
  const outfile = join(root, 'dist/test', name, 'main.js');
  await tool.bundle(entry, outfile);
  for (const path of beside) cpSync(path, join(dirname(outfile), basename(path)), { recursive: true });
  return outfile;
}

/** What a process says when it can be used: a test's own entry its address, `startService` a little more. */
type Ready = string | { readonly ready: { readonly url: string } };

function urlIn(ready: Ready): string {
  return typeof ready === 'string' ? ready : ready.ready.url;
}

/** A service in a process of its own, which can be killed. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Resolves when the process is gone, by whoever's hand. */
    readonly gone: Promise<void>,
    /** What it has written to standard output, its log, in the order of writing. */
    readonly output: readonly string[],
  ) {}

  static async start(main: string, env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    const child = fork(main, {
      env: { PATH: process.env.PATH, ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const output: string[] = [];
    child.stdout!.setEncoding('utf8').on('data', (text: string) => output.push(text));
    // It keeps no test run alive: it ends with its parent, also where a test failed before it could stop it.
    child.unref();
    child.channel?.unref();
    (child.stdout as Socket).unref();
    const gone = once(child, 'close').then(() => undefined);
    const message = await Promise.race([once(child, 'message'), gone]);
    if (!message)
      throw new Error(`the service ended before it was ready: ${child.signalCode ?? child.exitCode}`);
    return new ServiceProcess(child, urlIn(message[0] as Ready), gone, output);
  }

  /** null where a signal ended it. */
  get exitCode(): number | null {
    return this.child.exitCode;
  }

  /** Asks it to stop, as an operator does. Resolves when the process is gone and its output is whole. */
  stop(): Promise<void> {
    this.child.kill('SIGTERM');
    return this.gone;
  }

  /** As the kernel does it: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void> {
    this.child.kill('SIGKILL');
    return this.gone;
  }
}
