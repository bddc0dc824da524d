import { join } from 'node:path';
import { type Child, type Run, start } from './child.ts';
import { onEveryCore, pinMainThread } from './cores.ts';

const meter = join(import.meta.dirname, 'meter.cjs');

/** What a process has used since it started. */
export interface Usage {
  /** Of all its threads, in microseconds. */
  readonly cpu: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

/** What a process holds on to. */
export interface Kept {
  /** In its main thread's heap and beside it, in bytes. */
  readonly memory: number;
  /** Sockets, timers and what else keeps a process alive. */
  readonly handles: number;
}

interface Ready {
  readonly url: string;
  readonly managementUrl?: string;
}

/** A server in a process of its own, whose use of the machine is told. */
export class MeasuredServer {
  readonly url: string;
  /** Where operators ask; that of the server itself where it has no other. */
  readonly managementUrl: string;
  readonly #child: Child;

  private constructor(child: Child, { url, managementUrl = url }: Ready) {
    this.#child = child;
    this.url = url;
    this.managementUrl = managementUrl;
  }

  static async start(run: Run): Promise<MeasuredServer> {
    const child = start(run, onEveryCore, ['--require', meter]);
    const { ready } = (await child.ask()) as { ready: Ready };
    pinMainThread(child.pid);
    return new MeasuredServer(child, ready);
  }

  async usage(): Promise<Usage> {
    return (await this.ask('usage'))['usage'] as Usage;
  }

  /** Stops it for as long as a full collection takes. */
  async kept(): Promise<Kept> {
    return (await this.ask('kept'))['kept'] as Kept;
  }

  ask(question: unknown): Promise<Record<string, unknown>> {
    return this.#child.ask(question);
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
