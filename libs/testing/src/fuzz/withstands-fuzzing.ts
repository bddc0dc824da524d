import type { Contract } from '@trunkline/operations';
import { createService, type RunningService, type Service, type ServiceConfig } from '@trunkline/service';
import { Pool } from 'undici';
import { type Judge, judgeOfEnvelopes } from '../judges/judge';
import type { ReplayOptions } from '../samples/replay-samples';
import { startSurroundings, type Surroundings } from '../samples/surroundings';
import { type FuzzedAnswer, wrongWith } from './answer-of-contract';
import { fuzz, patience } from './fuzz.config';
import { type FuzzedRequest, FuzzedRequests } from './fuzzed-request';
import { disagreement, textOf } from './soap-judgement';

/** As many requests are under way at once, and are judged together. */
const atOnce = 8;
const together = 200;

/** What no request may take, in milliseconds, when the service has nothing else to do. */
const longest = 1_000;

/** So many finds are enough to know. */
const enough = 10;

/** A request that got what it must not get: its number makes it again. */
interface Find {
  readonly number: number;
  readonly sample: string;
  readonly wrong: string;
  readonly body: string;
  readonly answer: string;
}

/**
 * Sends a service requests that are made from its samples, by what their fields declare and by changed bytes: it answers each, soon, as its
 * contract says and with nothing of its inside, and finds an envelope valid exactly where libxml2 does. Takes what `replaysItsSamples` takes.
 */
export function withstandsFuzzing<Config extends ServiceConfig>(
  service: Service<Config>,
  options: ReplayOptions = {},
): void {
  const contract = service.contract!;
  let surroundings: Surroundings;
  let running: RunningService;
  let fuzzer: Fuzzer;

  beforeAll(async () => {
    surroundings = await startSurroundings(options, false);
    running = await createService(service, surroundings.settings);
    await options.prepare?.(running);
    fuzzer = new Fuzzer(contract, running.url);
  });
  afterAll(async () => {
    await fuzzer?.close();
    await running?.close();
    await surroundings.close();
  });

  it(
    `withstands ${fuzz.runs} requests made from its samples, seed ${fuzz.seed}`,
    async () => {
      expect(await fuzzer.run(fuzz.runs)).toEqual([]);
      expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
    },
    patience,
  );
}

class Fuzzer {
  private readonly requests: FuzzedRequests;
  private readonly pool: Pool;
  private readonly judge: Judge | undefined;
  private readonly finds: Find[] = [];

  constructor(
    private readonly contract: Contract,
    url: string,
  ) {
    this.requests = new FuzzedRequests(contract, fuzz.seed);
    this.pool = new Pool(url, { connections: atOnce });
    this.judge = contract.form === 'soap' ? judgeOfEnvelopes(contract) : undefined;
  }

  async run(count: number): Promise<readonly Find[]> {
    for (let first = 0; first < count && this.finds.length < enough; first += together) {
      await this.batch(Array.from({ length: Math.min(together, count - first) }, (_, at) => first + at));
    }
    return this.finds;
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.judge?.close()]);
  }

  private async batch(numbers: readonly number[]): Promise<void> {
    const cases = numbers.map((number) => ({ number, request: this.requests.make(number) }));
    const answers: FuzzedAnswer[] = [];
    const queue = cases.entries();
    const work = async () => {
      for (const [at, { number, request }] of queue) answers[at] = await this.answerOf(number, request);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    for (const [at, { number, request }] of cases.entries()) {
      const operation = request.sample.operation;
      const wrong = wrongWith(this.contract, operation.form === 'rest' ? operation : undefined, answers[at]!);
      if (wrong) this.found(number, request, wrong, answers[at]!);
    }
    if (this.judge) await this.judgeAll(this.judge, cases, answers);
  }

  private async judgeAll(
    judge: Judge,
    cases: readonly { number: number; request: FuzzedRequest }[],
    answers: readonly FuzzedAnswer[],
  ): Promise<void> {
    const asked = cases.map(({ request }) => textOf(request) ?? '');
    const [ofRequests, ofAnswers] = await Promise.all([
      judge.judge(asked),
      judge.judge(answers.map(({ text }) => text)),
    ]);
    for (const [at, { number, request }] of cases.entries()) {
      const different =
        this.contract.form === 'soap' &&
        asked[at] !== '' &&
        disagreement(this.contract, request, ofRequests[at]!);
      if (different) this.found(number, request, different, answers[at]!);
      if (ofAnswers[at]!.length > 0)
        this.found(number, request, `it is not valid: ${ofAnswers[at]!.join()}`, answers[at]!);
    }
  }

  /** What takes long among others is asked again alone: a busy machine is slow, too. */
  private async answerOf(number: number, request: FuzzedRequest): Promise<FuzzedAnswer> {
    const start = performance.now();
    const answer = await this.send(request);
    if (performance.now() - start < longest) return answer;
    const cpu = process.cpuUsage();
    await this.send(request);
    const { user, system } = process.cpuUsage(cpu);
    if ((user + system) / 1000 > longest) this.found(number, request, 'it takes too long', answer);
    return answer;
  }

  private async send({ sample, body }: FuzzedRequest): Promise<FuzzedAnswer> {
    const { method, path, headers } = sample.request;
    const {
      statusCode,
      headers: answered,
      body: stream,
    } = await this.pool.request({ method: method as 'POST', path, headers, body });
    return {
      status: statusCode,
      contentType: String(answered['content-type'] ?? ''),
      text: await stream.text(),
    };
  }

  private found(
    number: number,
    { sample, body }: FuzzedRequest,
    wrong: string,
    { status, text }: FuzzedAnswer,
  ): void {
    this.finds.push({
      number,
      sample: sample.name,
      wrong,
      body: body.toString().slice(0, 3_000),
      answer: `${status} ${text.slice(0, 1_000)}`,
    });
  }
}
