import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How often an instance is asked whether it is ready, in milliseconds. */
const checkInterval = 50;

/** What belongs to one connection, and is not passed on. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/**
 * A plain balancer on a socket: the next request goes to the next instance that says that it is ready. A request is given to another
 * instance only when its connection was refused, and so nothing was sent; when the connection breaks later, so does the client's.
 */
export class RoundRobin {
  /** The instances whose connection broke under a request, in the order in which that happened. */
  readonly broken: string[] = [];
  private readonly ready = new Map<string, boolean>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly checks: NodeJS.Timeout;
  private turn = 0;

  private constructor(private readonly server: Server) {
    this.checks = setInterval(
      () => [...this.ready.keys()].forEach((url) => void this.check(url)),
      checkInterval,
    );
  }

  static async start(): Promise<RoundRobin> {
    // Clients end their connections: one that we end, because the machine was busy for five seconds, may carry a request just then.
    const server = createServer({ keepAliveTimeout: 0 });
    const balancer = new RoundRobin(server);
    server.on('request', (request, response) => void balancer.pass(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async add(url: string): Promise<void> {
    this.ready.set(url, false);
    await this.check(url);
  }

  remove(url: string): void {
    this.ready.delete(url);
  }

  async close(): Promise<void> {
    clearInterval(this.checks);
    this.agent.destroy();
    const closed = once(this.server.close(), 'close');
    this.server.closeAllConnections();
    await closed;
  }

  private async check(url: string): Promise<void> {
    const answer = await this.send(`${url}/health/ready`).catch(() => undefined);
    if (this.ready.has(url)) this.ready.set(url, answer?.status === 200);
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    for (const instance of this.inTurn()) {
      try {
        const answer = await this.send(`${instance}${request.url}`, request, body);
        response.writeHead(answer.status, withoutConnection(answer.headers)).end(answer.body);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') continue;
        this.broken.push(instance);
        response.socket?.destroy();
        return;
      }
    }
    response.writeHead(503).end('no instance is ready');
  }

  private inTurn(): string[] {
    const instances = [...this.ready].filter(([, ready]) => ready).map(([url]) => url);
    const first = this.turn++ % Math.max(instances.length, 1);
    return [...instances.slice(first), ...instances.slice(0, first)];
  }

  private send(
    url: string,
    { method = 'GET', headers = {} }: Partial<IncomingMessage> = {},
    body?: Buffer,
  ): Promise<Answer> {
    const passed = { ...withoutConnection(headers), 'content-length': String(body?.length ?? 0) };
    return new Promise((resolve, reject) => {
      const request = httpRequest(url, { method, headers: passed, agent: this.agent }, (answer) => {
        const { statusCode = 0, headers } = answer;
        buffer(answer).then((body) => resolve({ status: statusCode, headers, body }), reject);
      });
      request.on('error', reject).end(body);
    });
  }
}

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.includes(name)));
}
