import type { ServerResponse } from 'node:http';

/** What a back end would have answered. */
export interface Genuine {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** A way in which a call to a back end goes wrong between two processes. */
export interface WireFault {
  /** Where the service is sent instead, since it is to reach nobody. */
  readonly elsewhere?: (url: string) => string;
  /** Whether the back end did what it was asked for. */
  readonly effect: boolean;
  /** Ends with the caller's patience, which has to be short then. */
  readonly untilDeadline?: boolean;
  readonly answer?: (response: ServerResponse, genuine: Genuine) => void;
}

const dripMs = 20;
const hugeBytes = 4 * 1024 * 1024;
const page = '<!DOCTYPE html><html><head><title>Welcome</title></head><body><p>It works!<br></body></html>';

/** Each by the words that docs/errors.md has for it. */
export const wireFaults: Readonly<Record<string, WireFault>> = {
  'connection refused': { elsewhere: (url) => at(url, 'http://127.0.0.1:9'), effect: false },
  'unknown host name': { elsewhere: (url) => at(url, 'http://back-end.invalid'), effect: false },
  'TLS failure': { elsewhere: (url) => url.replace('http:', 'https:'), effect: false },
  'connection reset, before the effect': { effect: false, answer: reset },
  'connection reset, after the effect': { effect: true, answer: reset },
  'time-out, before the effect': { effect: false, untilDeadline: true },
  'time-out, after the effect': { effect: true, untilDeadline: true },
  'half an answer': { effect: true, answer: half },
  'an answer that drips': { effect: true, untilDeadline: true, answer: drip },
  'bytes that are no HTTP': {
    effect: true,
    answer: (response) => raw(response, Buffer.from('\u0016\u0003\u0001\u0002\u0000garbage', 'latin1')),
  },
  'an HTML page with 200': { effect: true, answer: withStatus(200) },
  'an answer in another namespace': { effect: true, answer: inAnotherNamespace },
  'HTTP 401': { effect: false, answer: withStatus(401) },
  'HTTP 429': { effect: false, answer: withStatus(429) },
  'HTTP 500': { effect: false, answer: withStatus(500) },
  'HTTP 503': { effect: false, answer: withStatus(503) },
  'a huge answer': { effect: true, answer: huge },
  'two answers to one request': { effect: true, answer: twice },
};

function at(url: string, origin: string): string {
  return url.replace(new URL(url).origin, origin);
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function raw(response: ServerResponse, bytes: Buffer): void {
  response.socket?.end(bytes);
}

export function whole(response: ServerResponse, { status, contentType, body }: Genuine): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length }).end(body);
}

function half(response: ServerResponse, { status, contentType, body }: Genuine): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}

/** Never comes to its end: the last byte is not sent. */
function drip(response: ServerResponse, { status, contentType, body }: Genuine): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length - 1) response.write(body.subarray(sent, ++sent));
  }, dripMs);
  response.on('close', () => clearInterval(timer));
}

function withStatus(status: number) {
  return (response: ServerResponse): void =>
    whole(response, { status, contentType: 'text/html; charset=utf-8', body: Buffer.from(page) });
}

/** XML of another vocabulary; JSON, which has no namespaces, under other names. */
function inAnotherNamespace(response: ServerResponse, genuine: Genuine): void {
  const text = genuine.body.toString();
  const other = genuine.contentType.includes('json')
    ? text.replaceAll(/"(\w+)":/g, '"other$1":')
    : text
        .replaceAll(
          / xmlns(:(?!env|soap)\w+)?="(?!http:\/\/(schemas\.xmlsoap|www\.w3))[^"]*"/g,
          ' xmlns$1="urn:other"',
        )
        .replace(/<ICOMS(?=[ >])/, '<ICOMS xmlns="urn:other"');
  whole(response, { ...genuine, body: Buffer.from(other) });
}

function huge(response: ServerResponse, { status, contentType, body }: Genuine): void {
  response.writeHead(status, { 'content-type': contentType });
  response.write(body.subarray(0, -1));
  response.end(Buffer.alloc(hugeBytes, ' '));
}

function twice(response: ServerResponse, { status, contentType, body }: Genuine): void {
  const head = `HTTP/1.1 ${status} Twice\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}\r\n\r\n`;
  const answer = Buffer.concat([Buffer.from(head), body]);
  raw(response, Buffer.concat([answer, answer]));
}
