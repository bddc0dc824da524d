import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type OpenSocket, serveOnFreePort } from '@trunkline/simulation';
import { type Genuine, type WireFault, whole } from './wire-faults.table';

/** Which requests meet the fault; the others reach the back end and are answered as it answers. */
export type Meets = (request: { readonly path: string; readonly body: string }) => boolean;

/** A socket in front of a back end, on which some requests meet a fault. */
export function startFaultyBackEnd(
  backEndOrigin: string,
  fault: WireFault,
  meets: Meets,
): Promise<OpenSocket> {
  return serveOnFreePort(async (request, response) => {
    const body = await buffer(request).catch(() => undefined);
    if (!body) return;
    const meetsIt = meets({ path: request.url ?? '', body: body.toString() });
    const genuine = !meetsIt || fault.effect ? await ask(backEndOrigin, request, body) : nothing;
    answer(response, genuine, meetsIt ? fault : undefined);
  });
}

const nothing: Genuine = { status: 0, contentType: '', body: Buffer.alloc(0) };

/** A back end that hangs up has its connection broken towards the service, too. */
function answer(response: ServerResponse, genuine: Genuine | undefined, fault: WireFault | undefined): void {
  if (!genuine) response.socket?.destroy();
  else if (!fault) whole(response, genuine);
  else fault.answer?.(response, genuine);
}

async function ask(
  origin: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Genuine | undefined> {
  const { host, connection, 'content-length': length, 'transfer-encoding': encoding, ...passed } = headers;
  void [host, connection, length, encoding];
  const sent = method === 'GET' ? undefined : body;
  try {
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: passed as Record<string, string>,
      body: sent ?? null,
    });
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    };
  } catch {
    return undefined;
  }
}
