import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { statusOf } from './answer.ts';
import type { Request } from './request.ts';

type Answered = (status: number, answer: Buffer) => void;

/** One connection that stays open: a message is sent when the one before it is answered. */
export class Connection {
  readonly #socket: Socket;
  readonly #request: Request;
  #came: Buffer = Buffer.alloc(0);
  #answered: Answered = () => undefined;

  private constructor(socket: Socket, request: Request) {
    this.#socket = socket;
    this.#request = request;
    socket.on('data', (bytes) => this.#take(bytes));
  }

  static async open(url: URL, request: Request): Promise<Connection> {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket, request);
  }

  /** Calls back with the status of the answer, and with the answer. */
  send(number: number, answered: Answered): void {
    this.#answered = answered;
    this.#request.number(number);
    // What is answered was sent whole, so that the bytes may be written over by then.
    this.#socket.write(this.#request.bytes);
  }

  onClose(tell: () => void): void {
    this.#socket.on('error', () => undefined).once('close', tell);
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#came = this.#came.length === 0 ? bytes : Buffer.concat([this.#came, bytes]);
    const status = statusOf(this.#came);
    if (status === undefined) return;
    const answer = this.#came;
    this.#came = Buffer.alloc(0);
    this.#answered(status, answer);
  }
}
