import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { workerFile } from '@trunkline/store';
import { drain } from './drain';
import { type Address, limits, notListening, urlOf } from './http-server';
import type { Management, ManagementReply } from './management.worker.mts';

/** What machines of operators ask; consumers do not. */
const asked = /^\/(?:health|metrics)(?:[/?]|$)/;

/**
 * A port beside that of the service, for `/health` and `/metrics` alone. Who asks at the service's own port in a rush stands behind all
 * that connect at once, and then waits for a turn of a busy event loop. Here a thread of its own lets clients in, and says by itself
 * whether the service is alive: whether its event loop turned of late. All else it asks the service.
 */
export class ManagementPort {
  private readonly turned = new BigInt64Array(new SharedArrayBuffer(8));
  private inside: Server | undefined;
  private noting: NodeJS.Timeout | undefined;
  private worker: Worker | undefined;

  /**
   * @param service What answers at the service's own port, too.
   * @param longestTurn After so many milliseconds without a turn the event loop is taken for dead. In a rush two seconds were seen.
   */
  constructor(
    private readonly service: RequestListener,
    private readonly longestTurn = 10_000,
  ) {}

  /**
   * @returns Its URL.
   * @throws StartError when the address cannot be had.
   */
  async open(address: Address): Promise<string> {
    const inside = await this.openInside();
    const { host, port } = address;
    const { turned, longestTurn } = this;
    this.noteTurn();
    this.noting = setInterval(() => this.noteTurn(), longestTurn / 20).unref();
    const workerData: Management = { host, port, limits, inside, turned, longestTurn };
    this.worker = new Worker(workerFile(__dirname, 'management.worker'), { workerData });
    const [reply] = (await once(this.worker, 'message')) as [ManagementReply];
    if ('address' in reply) return urlOf(reply.address);
    throw notListening(reply, address);
  }

  /** At once: what is being answered is cut off. */
  async close(): Promise<void> {
    clearInterval(this.noting);
    await this.worker?.terminate();
    if (this.inside) await drain(this.inside, 0);
  }

  /** Where the service answers what the thread cannot: at a port of the loopback address. */
  private async openInside(): Promise<number> {
    this.inside = createServer((request, response) => {
      if (asked.test(request.url!)) this.service(request, response);
      else response.writeHead(404).end();
    });
    await once(this.inside.listen(0, '127.0.0.1'), 'listening');
    return (this.inside.address() as AddressInfo).port;
  }

  private noteTurn(): void {
    Atomics.store(this.turned, 0, process.hrtime.bigint());
  }
}
