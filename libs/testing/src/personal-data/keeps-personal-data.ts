import { type Sample, samplesOf, type Service, type ServiceConfig } from '@trunkline/service';
import { bundle, ServiceProcess } from '../crash/service-process';
import { guardedFields } from '../fuzz/fields-by-name';
import type { ReplayOptions } from '../samples/replay-samples';
import { startSurroundings } from '../samples/surroundings';
import { breaking, fitting, plant, type Planted } from './plant';

interface PersonalDataOptions extends Pick<ReplayOptions, 'backEnds' | 'env'> {
  /** Fields that a back end's own contract wants in the address of a call. */
  readonly addressed?: readonly string[];
  /** Folders that the app's build puts beside its `main.js`. */
  readonly beside?: readonly string[];
}

/** Something that was written where somebody may read it, and by which sample. */
interface Written {
  readonly where: string;
  readonly text: string;
}

/**
 * Sends every sample of a service's contract with a canary in each field that is secret or personal, one that the field takes and one that
 * it refuses: no log line, not of any level, no metric, no error and no address of a call to a back end has one of them.
 *
 * @param main The app's `main.ts`: it runs as it is deployed, for its log is its standard output.
 */
export function keepsPersonalData<Config extends ServiceConfig>(
  { name, contract }: Service<Config>,
  main: string,
  options: PersonalDataOptions = {},
): void {
  const { addressed = [], beside } = options;
  const fields = guardedFields(contract!);
  const messages = samplesOf(contract!).flatMap((sample) =>
    [fitting, breaking].flatMap((canary) => {
      const planted = plant(sample.request.body ?? '', fields, canary);
      return planted ? [{ sample, planted }] : [];
    }),
  );

  describe(`what ${name} writes`, () => {
    const written: Written[] = [];

    beforeAll(async () => {
      const { settings, recorders, close } = await startSurroundings(options, true);
      const bundled = await bundle(main, `personal-${name}`, beside);
      const service = await ServiceProcess.start(bundled, { ...settings, LOG_LEVEL: 'trace' });
      for (const { sample, planted } of messages)
        written.push(...(await errorOf(service.url, sample, planted)));
      written.push({ where: 'metrics', text: await (await fetch(`${service.url}/metrics`)).text() });
      await service.stop();
      written.push({ where: 'log', text: service.output.join('') });
      for (const { request } of [...recorders.values()].flatMap((recorder) => recorder.take()))
        written.push({ where: 'address', text: request });
      await close();
    }, 120_000);

    const planted = new Map(messages.flatMap(({ planted }) => [...planted.canaries]));

    it('is about messages that have something to keep', () => {
      expect(planted.size).toBeGreaterThan(0);
      expect(written.find(({ where }) => where === 'log')?.text).toContain('"answered"');
    });

    it.each([...planted.keys()])('has nothing of %s', (field) => {
      const canaries = messages.flatMap(({ planted }) => planted.canaries.get(field) ?? []);
      const holds = (text: string) =>
        canaries.some((canary) => text.includes(canary) || text.includes(escaped(canary)));
      const allowed = addressed.includes(field) ? 'address' : undefined;
      const found = written.filter(({ where, text }) => where !== allowed && holds(text));
      expect(found).toEqual([]);
    });
  });
}

/** What a client is told when its message is not done: an error shows nothing of what the client sent. */
async function errorOf(url: string, { name, request }: Sample, { body }: Planted): Promise<Written[]> {
  const answer = await fetch(url + request.path, { method: request.method, headers: request.headers, body });
  const text = await answer.text();
  return answer.status >= 400 ? [{ where: `the error to: ${name}`, text }] : [];
}

/** As it would stand in XML. */
function escaped(canary: string): string {
  return canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
