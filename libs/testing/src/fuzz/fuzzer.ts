import type { Contract } from '@trunkline/operations';
import type { Judge } from '../judges/judge';
import { type FuzzedAnswer, wrongWith } from './answer-of-contract';
import { Client } from './client';
import { type FuzzedRequest, FuzzedRequests } from './fuzzed-request';
import { HangWatch } from './hang-watch';
import { type FuzzedExchange, XmlVerdicts } from './xml-verdicts';

/** As many requests are under way at once, and are judged together. */
const atOnce = 32;
const together = 200;

/** So many finds are enough to know. */
const enough = 10;

/** A request that got what it must not get: its number makes it again. */
interface Find {
  readonly number: number;
  readonly sample: string;
  readonly wrong: string;
  readonly path: string;
  readonly body: string;
  readonly answer: string;
}

/** Asks a service, and looks at each of its answers. */
export class Fuzzer {
  private readonly requests: FuzzedRequests;
  private readonly client: Client;
  private readonly verdicts: XmlVerdicts | undefined;
  private readonly watch = new HangWatch();
  private readonly finds: Find[] = [];
  private unjudged: FuzzedExchange[] = [];

  /** @param judge Of the XML that the service reads and writes; none where it has no XML. */
  constructor(
    private readonly contract: Contract,
    url: string,
    seed: number,
    judge: Judge | undefined,
  ) {
    this.requests = new FuzzedRequests(contract, seed);
    this.client = new Client(url, atOnce);
    this.verdicts = judge && new XmlVerdicts(contract, judge);
  }

  async run(count: number): Promise<readonly Find[]> {
    await this.warmUp(count);
    await this.inTurns(count, (number) => this.try(number));
    await this.judge(this.unjudged);
    return this.finds;
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** What a service has not yet compiled takes it ten times as long. With requests that the run does not have. */
  private async warmUp(count: number): Promise<void> {
    await this.inTurns(HangWatch.lookEvery, async (number) => {
      await this.client.ask(this.requests.make(count + number));
    });
    this.watch.look(await this.client.processorTime());
  }

  private async inTurns(count: number, ask: (number: number) => Promise<void>): Promise<void> {
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < count && this.finds.length < enough) await ask(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async try(number: number): Promise<void> {
    const request = this.requests.make(number);
    const sent = this.watch.sent();
    const answer = await this.client.ask(request);
    await this.look({ number, request, answer }, this.watch.arrived(sent));
  }

  private async look(exchange: FuzzedExchange, waited: string | undefined): Promise<void> {
    const { number, request, answer } = exchange;
    const computed = this.watch.isDue ? this.watch.look(await this.client.processorTime()) : undefined;
    const wrong = waited ?? computed ?? (await wrongWith(this.contract, request, answer));
    if (wrong !== undefined) this.found(number, request, wrong, answer);
    if (this.unjudged.push(exchange) < together) return;
    await this.judge(this.unjudged.splice(0));
  }

  private async judge(exchanges: readonly FuzzedExchange[]): Promise<void> {
    for (const [{ number, request, answer }, wrong] of (await this.verdicts?.of(exchanges)) ?? [])
      this.found(number, request, wrong, answer);
  }

  private found(
    number: number,
    { sample, path, body }: FuzzedRequest,
    wrong: string,
    { status, text }: FuzzedAnswer,
  ): void {
    if (this.finds.length >= enough) return;
    this.finds.push({
      number,
      sample: sample.name,
      wrong,
      path,
      body: body.toString().slice(0, 3_000),
      answer: `${status} ${text.slice(0, 1_000)}`,
    });
  }
}
