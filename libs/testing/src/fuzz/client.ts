import { type Dispatcher, Pool } from 'undici';
import type { FuzzedAnswer } from './answer-of-contract';
import type { FuzzedRequest } from './fuzzed-request';

/** How long an answer is waited for on any machine, however busy, in milliseconds. */
const patience = 60_000;

/** Asks a service over HTTP, many requests at once and with next to no work of its own. */
export class Client {
  private readonly pool: Pool;

  constructor(url: string, atOnce: number) {
    this.pool = new Pool(url, { connections: atOnce, headersTimeout: patience, bodyTimeout: patience });
  }

  /** Where there is no answer, its status is 0 and its text says why. */
  ask({ sample, path, body }: FuzzedRequest): Promise<FuzzedAnswer> {
    const { method, headers } = sample.request;
    return this.send({ method, path, headers, body });
  }

  /** The processor time that the service has taken since it started, by its own metrics, in milliseconds. */
  async processorTime(): Promise<number> {
    const { text } = await this.send({ method: 'GET', path: '/metrics' });
    return 1_000 * Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private send(request: Dispatcher.DispatchOptions): Promise<FuzzedAnswer> {
    return new Promise((resolve) => void this.pool.dispatch(request, new Collector(resolve)));
  }
}

class Collector implements Dispatcher.DispatchHandler {
  private status = 0;
  private contentType = '';
  private readonly chunks: Buffer[] = [];

  constructor(private readonly done: (answer: FuzzedAnswer) => void) {}

  /** undici takes no handler without it. */
  onRequestStart(): void {}

  onResponseStart(_: unknown, status: number, headers: Readonly<Record<string, unknown>>): void {
    this.status = status;
    this.contentType = String(headers['content-type'] ?? '');
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { status, contentType, chunks } = this;
    this.done({ status, contentType, text: Buffer.concat(chunks).toString() });
  }

  onResponseError(_: unknown, error: Error): void {
    this.done({ status: 0, contentType: '', text: error.message });
  }
}
