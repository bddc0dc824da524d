import { join } from 'node:path';
import {
  createService,
  type RunningService,
  type Sample,
  samplesOf,
  type Service,
  type ServiceConfig,
} from '@trunkline/service';
import { expectGolden } from '../golden';
import { CountedIds, FixedClock } from './fixed';
import { pretty } from './pretty';
import type { Recorder } from './recorder';
import { startSurroundings, type Surroundings } from './surroundings';

/** A back end that samples run against: its simulator, and the variable that tells the service where it is. */
export interface SimulatedBackEnd {
  /** The name of its part in `backends.json`. */
  readonly name: string;
  readonly variable: string;
  start(): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** What else a service needs for its samples. */
export interface ReplayOptions {
  readonly backEnds?: readonly SimulatedBackEnd[];
  readonly env?: Readonly<Record<string, string>>;
  /** Makes what the samples expect to be there. */
  readonly prepare?: (running: RunningService) => Promise<void>;
}

/**
 * Sends every sample of a service's contract over HTTP and holds the answer equal to its file: status, headers that it names, body to the
 * character. What the service said to its back ends meanwhile is held equal to `backends.json`: a call too many or too few fails.
 */
export function replaysItsSamples<Config extends ServiceConfig>(
  service: Service<Config>,
  options: ReplayOptions = {},
): void {
  const { contract } = service;
  if (!contract) throw new Error(`${service.name} has no contract, and so no samples`);
  describe(`the samples of ${service.name}`, () => {
    const ids = new CountedIds();
    let surroundings: Surroundings;
    let running: RunningService;

    beforeAll(async () => {
      surroundings = await startSurroundings(options, true);
      running = await createService(service, surroundings.settings, { clock: new FixedClock(), ids });
      await options.prepare?.(running);
    });

    afterAll(async () => {
      await running?.close();
      await surroundings.close();
    });

    it.each(samplesOf(contract).map((sample) => [sample.name, sample] as const))(
      '%s',
      async (_name, sample) => {
        ids.begin(sample.name);
        const { recorders } = surroundings;
        for (const recorder of recorders.values()) recorder.take();
        const answer = await send(running.url, sample);
        const body = await answer.text();
        const type = answer.headers.get('content-type') ?? '';
        expect({ status: answer.status, headers: Object.fromEntries(answer.headers) }).toMatchObject({
          status: sample.response.status,
          headers: headersToExpect(sample),
        });
        expectGolden(
          join(sample.folder, `response.${type.includes('json') ? 'json' : 'xml'}`),
          body === '' ? undefined : pretty(body, type),
        );
        expectGolden(join(sample.folder, 'backends.json'), saidToBackEnds(recorders));
      },
    );
  });
}

/** A folder's ending tells the type of its body; what `http.json` names must be there to the letter. */
function headersToExpect({ response }: Sample): Record<string, string> {
  const { 'content-type': _type, ...named } = response.headers;
  return named;
}

function send(url: string, { request }: Sample): Promise<Response> {
  const { method, path, headers, body } = request;
  return fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
}

function saidToBackEnds(recorders: ReadonlyMap<string, Recorder>): string | undefined {
  const said = [...recorders]
    .map(([name, recorder]) => [name, recorder.take()] as const)
    .filter(([, calls]) => calls.length > 0);
  return said.length === 0 ? undefined : `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
}
