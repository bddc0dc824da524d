import type { ServerResponse } from 'node:http';

/** What a simulated system does on the wire: answers a request, or breaks off. */
export type Reaction =
  | {
      readonly act: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly afterMs: number;
    }
  | { readonly act: 'answer-half'; readonly type: string; readonly body: string }
  | { readonly act: 'say-nothing' }
  | { readonly act: 'hang-up' };

/**
 * Answers.
 *
 * @param facts.type The Content-Type.
 * @param facts.afterMs After so many milliseconds; not any more when the client has gone away by then.
 */
export function answer(
  body: string,
  { type, status = 200, afterMs = 0 }: { type: string; status?: number; afterMs?: number },
): Reaction {
  return { act: 'answer', status, type, body, afterMs };
}

/** Breaks the connection in the middle of the answer. */
export function answerHalf(body: string, type: string): Reaction {
  return { act: 'answer-half', type, body };
}

/** Never answers; the connection stays open until the client gives up. */
export const sayNothing: Reaction = { act: 'say-nothing' };

/** Breaks the connection. */
export const hangUp: Reaction = { act: 'hang-up' };

/** Does it. */
export function react(reaction: Reaction, response: ServerResponse): void {
  if (reaction.act === 'say-nothing') return;
  if (reaction.act === 'hang-up') response.socket?.destroy();
  else if (reaction.act === 'answer-half') sendHalf(reaction, response);
  else send(reaction, response);
}

function sendHalf({ body, type }: Reaction & { act: 'answer-half' }, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

function send({ status, type, body, afterMs }: Reaction & { act: 'answer' }, response: ServerResponse): void {
  const sendNow = (): void => void response.writeHead(status, { 'content-type': type }).end(body);
  if (afterMs === 0) return sendNow();
  const timer = setTimeout(sendNow, afterMs);
  response.on('close', () => clearTimeout(timer));
}
