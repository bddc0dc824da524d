import { Worker } from 'node:worker_threads';
import { ofTheDisk } from '../database/errors';
import { workerFile } from '../worker-file';
import { SqliteError } from './sqlite.error';
import type { SqliteFile, SqliteReply, SqliteResult, SqliteStatement } from './sqlite.worker.mts';

interface Pending {
  readonly resolve: (results: readonly SqliteResult[]) => void;
  readonly reject: (error: Error) => void;
}

/** A connection to a SQLite file in a thread of its own. What is asked is done in order, one at a time. */
export class SqliteThread {
  private readonly worker: Worker;
  private readonly pending: Pending[] = [];
  private readonly ended: Promise<void>;
  private failure: Error | undefined;
  private trouble = false;
  private ahead: SqliteStatement[] = [];

  private constructor(workerData: SqliteFile) {
    this.worker = new Worker(workerFile(__dirname, 'sqlite.worker'), { workerData });
    this.worker.on('message', (reply: SqliteReply) => this.answer(reply));
    this.worker.on('error', (error) => this.fail(error));
    this.ended = new Promise((resolve) => {
      this.worker.on('exit', () => {
        this.fail(new Error('The SQLite database is closed.'));
        resolve();
      });
    });
  }

  static async open(workerData: SqliteFile): Promise<SqliteThread> {
    const thread = new SqliteThread(workerData);
    try {
      await thread.reply();
      return thread;
    } catch (error) {
      await thread.worker.terminate();
      throw error;
    }
  }

  /** Several statements, or one for several rows, are one transaction. What was to go ahead of them goes with them. */
  async run(statements: readonly SqliteStatement[]): Promise<readonly SqliteResult[]> {
    if (this.failure) throw this.failure;
    const { ahead } = this;
    this.ahead = [];
    this.worker.postMessage([...ahead, ...statements]);
    const results = await this.reply();
    return results.slice(ahead.length);
  }

  /** Sends statements together with what is run next, which fails with them: to wake a thread takes its time. */
  runAhead(statements: readonly SqliteStatement[]): void {
    this.ahead.push(...statements);
  }

  /** Lets go what was to go ahead. */
  forget(): void {
    this.ahead = [];
  }

  /** Something could not be written, for the disk's sake; true until `wasWritten`. */
  get inTrouble(): boolean {
    return this.trouble;
  }

  wasWritten(): void {
    this.trouble = false;
  }

  /** Throws what ended the thread. */
  assertRunning(): void {
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {
    if (!this.failure) this.worker.postMessage('close');
    await this.ended;
  }

  private reply(): Promise<readonly SqliteResult[]> {
    return new Promise((resolve, reject) => this.pending.push({ resolve, reject }));
  }

  private answer(reply: SqliteReply): void {
    const asked = this.pending.shift();
    if ('results' in reply) return asked?.resolve(reply.results);
    const error = new SqliteError(reply.failure);
    this.trouble ||= ofTheDisk(error);
    asked?.reject(error);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const asked of this.pending.splice(0)) asked.reject(this.failure);
  }
}
