import { once } from 'node:events';
import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serveOnFreePort } from '@trunkline/simulation';
import { pretty } from './pretty';

/** One call that a service made to a back end, as `backends.json` has it. */
export interface RecordedCall {
  readonly request: string;
  readonly body: string[];
  /** The status and the body, or how it ended without one. */
  readonly answer: string[];
}

/** Stands between a service and a back end, and writes down what they say to each other. */
export interface Recorder {
  /** The back end's address, as the service is told it. */
  readonly url: string;
  /** The calls since the last time that they were taken. */
  take(): RecordedCall[];
  close(): Promise<void>;
}

export async function startRecorder(backEnd: string): Promise<Recorder> {
  let calls: RecordedCall[] = [];
  const { pathname } = new URL(backEnd);
  const { url, close } = await serveOnFreePort(
    async (incoming, response) => {
      calls.push(await forward(new URL(backEnd), incoming, response));
    },
    pathname === '/' ? '' : pathname,
  );
  return {
    url,
    take: () => calls.splice(0),
    close: () => {
      calls = [];
      return close();
    },
  };
}

async function forward(
  backEnd: URL,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<RecordedCall> {
  const sent = await buffer(incoming);
  const { method, url, headers } = incoming;
  const call = { request: `${method} ${url}`, body: lines(sent, headers['content-type']) };
  const outgoing = ask({
    host: backEnd.hostname,
    port: backEnd.port,
    method,
    path: url,
    headers,
    agent: false,
  });
  outgoing.end(sent);
  try {
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    const body = await buffer(answer);
    response
      .writeHead(answer.statusCode!, { 'content-type': answer.headers['content-type'] ?? '' })
      .end(body);
    return { ...call, answer: [String(answer.statusCode), ...lines(body, answer.headers['content-type'])] };
  } catch {
    response.destroy();
    return { ...call, answer: ['the connection was reset'] };
  }
}

/** As lines, so that a reviewer sees which one changed. */
function lines(body: Buffer, contentType = ''): string[] {
  const text = body.toString();
  return readable(text, contentType).replace(/\n$/, '').split('\n');
}

function readable(text: string, contentType: string): string {
  try {
    return pretty(text, contentType);
  } catch {
    return text;
  }
}
