import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IcomsSimulator } from './icoms.simulator';
import type { Reaction } from './simulated-faults.table';

const mostRequestBytes = 1024 * 1024;

/** Answers one HTTP request as the simulator says; also where that is to break the connection, or never to answer. */
export async function serveIcoms(
  simulator: IcomsSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const xml = await readText(request);
  if (xml === undefined) response.socket?.destroy();
  else react(simulator.receive(xml), response);
}

/** The simulator on a socket of its own, at a free port: for tests that start no sandbox. */
export async function startIcomsSimulator(
  simulator = new IcomsSimulator(),
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => void serveIcoms(simulator, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/icoms/gateway`,
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Undefined when it is too long to be one of ours, or the client went away before its end. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostRequestBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}

function react(reaction: Reaction, response: ServerResponse): void {
  if (reaction.act === 'say-nothing') return;
  if (reaction.act === 'hang-up') response.socket?.destroy();
  else if (reaction.act === 'answer-half') answerHalf(reaction.body, response);
  else answerLater(reaction, response);
}

function answerHalf(body: string, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

function answerLater(
  { status, type, body, afterMs }: Reaction & { act: 'answer' },
  response: ServerResponse,
): void {
  const answer = (): void => void response.writeHead(status, { 'content-type': type }).end(body);
  if (afterMs === 0) return answer();
  const timer = setTimeout(answer, afterMs);
  response.on('close', () => clearTimeout(timer));
}
