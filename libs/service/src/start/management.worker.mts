// The thread behind a management port: it answers also while the event loop of the service has no time. Run as it stands by Node's type
// stripping, or bundled beside a service's main.js; therefore it imports nothing of ours.
import { Agent, createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

export interface Management {
  readonly host: string;
  readonly port: number;
  /** Those of its server. */
  readonly limits: object;
  /** The port of the loopback address at which the service answers what this thread cannot. */
  readonly inside: number;
  /** When the event loop of the service turned last, in nanoseconds of the clock that all threads share. */
  readonly turned: BigInt64Array;
  /** After so many milliseconds without a turn the service is not alive. */
  readonly longestTurn: number;
}

/** Where it listens, or what the system said against it. */
export type ManagementReply =
  { readonly address: AddressInfo } | { readonly code: string | undefined; readonly message: string };

const { host, port, limits, inside, turned, longestTurn } = workerData as Management;

const server = createServer(({ method, url }, response) => {
  if (method === 'GET' && /^\/health\/live\/?(?:\?|$)/.test(url!)) tellWhetherAlive(response);
  else passOn(method!, url!, response);
});
Object.assign(server, limits);
server.on('error', ({ code, message }: NodeJS.ErrnoException) => parentPort!.postMessage({ code, message }));
server.listen({ host, port }, () => parentPort!.postMessage({ address: server.address() }));

/** As the service itself does at its own port, for as long as its event loop turns. */
function tellWhetherAlive(response: ServerResponse): void {
  const seconds = Number(process.hrtime.bigint() - Atomics.load(turned, 0)) / 1e9;
  const isAlive = seconds * 1000 < longestTurn;
  response.writeHead(isAlive ? 200 : 503, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(isAlive ? alive : stalled(seconds)));
}

const alive = { status: 'ok', info: {}, error: {}, details: {} };

function stalled(seconds: number): object {
  const message = `The event loop has not turned for ${seconds.toFixed(1)} s`;
  const service = { service: { status: 'down', message } };
  return { status: 'error', info: {}, error: service, details: service };
}

/** Each connection takes two of the process's files: so many at once are left for clients that ask much while the service is busy. */
const agent = new Agent({ maxSockets: 32 });

function passOn(method: string, path: string, response: ServerResponse): void {
  const asked = request({ host: '127.0.0.1', port: inside, method, path, agent });
  asked.on('response', (answer) => {
    if (response.destroyed) return void answer.destroy();
    response.writeHead(answer.statusCode!, {
      'Content-Type': answer.headers['content-type'] ?? 'text/plain',
    });
    pipeline(answer, response, () => undefined);
  });
  asked.on('error', () => response.destroy());
  // Who asks a service that is busy may be gone before it answers.
  response.on('close', () => asked.destroy());
  asked.end();
}
