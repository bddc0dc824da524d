import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Waiting<Answer> {
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: Error) => void;
}

/** libxml2 in a thread of its own, which is asked about documents. */
export class Libxml2<Answer> {
  private readonly worker: Worker;
  private readonly waiting: Waiting<Answer>[] = [];
  private failure: Error | undefined;

  constructor(file: 'libxml2.worker.mts' | 'libxml2-reader.worker.mts', workerData?: object) {
    this.worker = new Worker(join(__dirname, file), { workerData });
    this.worker.on('message', (answers: readonly Answer[]) => this.waiting.shift()?.resolve(answers));
    this.worker.on('error', (error: Error) => this.fail(error));
  }

  /** What it says of each document, in their order. */
  ask(documents: readonly string[]): Promise<readonly Answer[]> {
    if (this.failure) return Promise.reject(this.failure);
    this.worker.postMessage(documents);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}
