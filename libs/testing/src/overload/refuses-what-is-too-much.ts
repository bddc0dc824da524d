import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as ask } from 'node:http';
import { text } from 'node:stream/consumers';
import { catalogue } from '@trunkline/faults';
import type { Contract } from '@trunkline/operations';
import {
  createService,
  type RunningService,
  type Sample,
  samplesOf,
  type Service,
  type ServiceConfig,
} from '@trunkline/service';
import type { ReplayOptions } from '../samples/replay-samples';
import { startSurroundings, type Surroundings } from '../samples/surroundings';

/** How many messages the service takes at once here. */
const atOnce = 2;

/**
 * While as many messages as a service takes are under way it refuses one more at once, as its contract says that it is overloaded, and goes
 * on answering who asks whether it lives; the others are answered, and then it takes the next. Takes what `replaysItsSamples` takes.
 */
export function refusesWhatIsTooMuch<Config extends ServiceConfig>(
  service: Service<Config>,
  options: Pick<ReplayOptions, 'backEnds' | 'env'> = {},
): void {
  const contract = service.contract!;
  // Whatever its answer is: one that has a body can be held back.
  const sample = samplesOf(contract).find(
    ({ request }) => request.body !== undefined && request.method === 'POST',
  )!;

  describe(`${service.name} with more messages than it takes`, () => {
    let surroundings: Surroundings;
    let running: RunningService;

    beforeAll(async () => {
      surroundings = await startSurroundings(options, false);
      const limit = { MESSAGES_AT_ONCE: String(atOnce) };
      running = await createService(service, { ...surroundings.settings, ...limit });
    });
    afterAll(async () => {
      await running?.close();
      await surroundings.close();
    });

    it('refuses those at once, lives, and answers the others', async () => {
      const held = await Promise.all(Array.from({ length: atOnce }, () => begin(running.url, sample)));
      const refused = await answerOf(await begin(running.url, sample), sample);
      expect(refused).toMatchObject(refusalOf(contract));
      // Another way of writing the address is another way in.
      const sideways = await answerOf(await begin(running.url, sample, '?'), sample);
      expect(sideways).toMatchObject(refusalOf(contract));
      expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
      for (const each of held) expect((await answerOf(each, sample)).body).not.toBe(refused.body);
      const next = await answerOf(await begin(running.url, sample), sample);
      expect(next.headers).not.toHaveProperty('retry-after');
    });
  });
}

/** A request of which the service has the head, and not the body. */
interface Begun {
  readonly request: ClientRequest;
  /** A refusal does not wait for the body. */
  readonly response: Promise<[IncomingMessage]>;
}

async function begin(url: string, { request: { path, headers, body } }: Sample, query = ''): Promise<Begun> {
  const length = { 'Content-Length': Buffer.byteLength(body!), Expect: '100-continue' };
  const request = ask(url + path + query, {
    method: 'POST',
    headers: { ...headers, ...length },
    agent: false,
  });
  const response = once(request, 'response') as Promise<[IncomingMessage]>;
  request.flushHeaders();
  await once(request, 'continue');
  return { request, response };
}

async function answerOf({ request, response }: Begun, sample: Sample) {
  request.end(sample.request.body);
  const [answer] = await response;
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

function refusalOf(contract: Contract): object {
  const headers = { 'retry-after': '1' };
  if (contract.form === 'rest') return { status: 503, headers };
  const { code } = catalogue[contract.commonFaults.overloaded];
  return { status: 500, headers, body: expect.stringContaining(`>${code}<`) as string };
}
