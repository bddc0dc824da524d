import type { ServerResponse } from 'node:http';

/** What the simulator does on the wire: answers a request, or breaks off. */
export type Reaction = (response: ServerResponse) => void;

/** Answers, after a while where it is told so; not any more when the client has gone away by then. */
export function answer(
  body: string,
  { status = 200, type = 'application/json', afterMs = 0 } = {},
): Reaction {
  return (response) => {
    const timer = setTimeout(
      () => void response.writeHead(status, { 'content-type': type }).end(body),
      afterMs,
    );
    response.on('close', () => clearTimeout(timer));
  };
}

/** Never answers; the connection stays open until the client gives up. */
export const sayNothing: Reaction = () => undefined;

/** Breaks the connection. */
export const hangUp: Reaction = (response) => void response.socket?.destroy();
