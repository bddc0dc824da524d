import type { Contract } from '@trunkline/operations';
import type { Service, ServiceConfig } from '@trunkline/service';
import { bundle, ServiceProcess } from '../crash/service-process';
import { type Judge, judgeOfEnvelopes, judgeOfSchema } from '../judges/judge';
import type { ReplayOptions } from '../samples/replay-samples';
import { startSurroundings, type Surroundings } from '../samples/surroundings';
import { fuzz, patience } from './fuzz.config';
import { Fuzzer } from './fuzzer';

/** What else a service needs to be fuzzed. */
interface FuzzingOptions extends Pick<ReplayOptions, 'backEnds' | 'env'> {
  /** Folders that the app's build puts beside its `main.js`. */
  readonly beside?: readonly string[];
  /** The schema that a REST contract publishes of its XML. */
  readonly schema?: string;
}

/**
 * Sends a service requests that are made from its samples, by what their fields and parameters declare and by changed bytes: it answers
 * each, soon, as its contract says and with nothing of its inside, and finds XML valid exactly where libxml2 does.
 *
 * @param main The app's `main.ts`: it runs as it is deployed, in a process of its own, and is asked over its socket.
 */
export function withstandsFuzzing<Config extends ServiceConfig>(
  { name, contract }: Service<Config>,
  main: string,
  options: FuzzingOptions = {},
): void {
  const judge = judgeOfXml(contract!, options.schema);
  let surroundings: Surroundings;
  let service: ServiceProcess;
  let fuzzer: Fuzzer;

  beforeAll(async () => {
    surroundings = await startSurroundings(options, false);
    const bundled = await bundle(main, `fuzz-${name}`, options.beside);
    service = await ServiceProcess.start(bundled, surroundings.settings);
    fuzzer = new Fuzzer(contract!, service.url, fuzz.seed, judge);
  }, 60_000);
  afterAll(async () => {
    await fuzzer?.close();
    // What hangs would not stop in order.
    await service?.kill();
    await Promise.all([surroundings.close(), judge?.close()]);
  });

  it(
    `withstands ${fuzz.runs} requests made from its samples, seed ${fuzz.seed}`,
    async () => {
      expect(await fuzzer.run(fuzz.runs)).toEqual([]);
      expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    },
    patience,
  );
}

function judgeOfXml(contract: Contract, schema: string | undefined): Judge | undefined {
  if (contract.form === 'soap') return judgeOfEnvelopes(contract);
  return schema === undefined ? undefined : judgeOfSchema(schema);
}
