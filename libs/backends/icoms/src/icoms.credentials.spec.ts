import type { Socket } from 'node:net';
import { inspect } from 'node:util';
import { escapeAttribute } from '@trunkline/fields';
import { serveOnFreePort } from '@trunkline/simulation';
import { aCall, aConfig, anEvent, RecordedMetrics } from '../test/icoms-call';
import { IcomsGateway } from './icoms.gateway';

/** Some that would show in XML, in a pattern or in a URL if they were put there as they are. */
const userid = 'OPEN.*<SESAME';
const password = 'p&"$&-secret';

interface Seen {
  readonly requests: string[];
  readonly everythingElse: string;
}

/** All that can be seen of a call, beside the request itself: the error and all in it, the log, the steps, the metrics. */
async function seenOf(reply: (socket: Socket, request: string) => void): Promise<Seen> {
  const requests: string[] = [];
  const { url, close } = await serveOnFreePort(async (request) => {
    requests.push((await request.toArray()).join(''));
    reply(request.socket, requests.at(-1)!);
  });
  const [metrics, log] = [new RecordedMetrics(), [] as string[]];
  const icoms = new IcomsGateway(aConfig({ url, userid, password, deadline: 2_000 }), metrics);
  const call = aCall({ write: (line) => void log.push(line) });
  const error: unknown = await icoms.createEvent(anEvent(), call).catch((thrown: unknown) => thrown);
  call.log.error({ err: error }, 'failed');
  await Promise.all([icoms.onApplicationShutdown(), close()]);
  const shown = inspect([error, call.steps, metrics.told], {
    depth: 20,
    showHidden: true,
    maxStringLength: null,
  });
  return { requests, everythingElse: shown + log.join('') };
}

/** With and without what XML makes of it. */
const forms = [userid, password, 'OPEN.*&lt;SESAME', 'p&amp;&quot;$&amp;-secret', 'secret', 'SESAME'];

function http(body: string, status = 200): string {
  return `HTTP/1.1 ${status} Whatever\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const credentials = 'OPEN.*&lt;SESAME p&amp;&quot;$&amp;-secret';

describe('the credentials', () => {
  it('go to ICOMS, escaped', async () => {
    const { requests } = await seenOf((socket) => socket.destroy());
    expect(requests).toHaveLength(1);
    expect(requests[0]).toContain('<ICOMS USERID="OPEN.*&lt;SESAME" PASSWORD="p&amp;&quot;$&amp;-secret" ');
  });

  it.each<[string, (socket: Socket, request: string) => void]>([
    ['breaks the connection', (socket) => socket.destroy()],
    ['does not answer', () => undefined],
    ['sends the request back', (socket, request) => socket.end(http(request))],
    ['sends the request back as an error page', (socket, request) => socket.end(http(request, 500))],
    ['sends the request back as if it were HTTP', (socket, request) => socket.end(request)],
    ['sends half of the request back', (socket, request) => socket.end(http(request.slice(0, 80)))],
    [
      'sends the request back in a header',
      (socket, request) => socket.end(`HTTP/1.1 200 OK\r\nX: ${request}\r\n\r\n`),
    ],
    [
      'quotes them in its text',
      (socket) => socket.end(http(`<ICOMS><ERROR _RC="-1" _MSGTEXT="NO ${credentials}"/></ICOMS>`)),
    ],
    [
      'quotes the request in its text',
      (socket, request) =>
        socket.end(http(`<ICOMS><ERROR _RC="-1" _MSGTEXT="NO ${escapeAttribute(request)}"/></ICOMS>`)),
    ],
    [
      'quotes them in the text of the inline',
      (socket) =>
        socket.end(
          http(
            `<ICOMS><MAC00183><INL01374 INLNRTRNCODE="1" INLNMESGTEXT="${credentials}"/></MAC00183></ICOMS>`,
          ),
        ),
    ],
    [
      'quotes them where there should be a code',
      (socket) => socket.end(http(`<ICOMS><ERROR _RC="${credentials}"/></ICOMS>`)),
    ],
    ['does not let us in, and quotes them', (socket) => socket.end(http(credentials, 401))],
  ])('are nowhere else when ICOMS %s', async (_what, reply) => {
    const { everythingElse } = await seenOf(reply);
    expect(everythingElse).toContain('Fault');
    expect(forms.filter((form) => everythingElse.includes(form))).toEqual([]);
  });
});
