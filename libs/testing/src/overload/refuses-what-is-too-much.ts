import { EventEmitter, once } from 'node:events';
import type { CanActivate, DynamicModule, ExecutionContext, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { catalogue } from '@trunkline/faults';
import type { Contract } from '@trunkline/operations';
import type { Request } from 'express';
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
  const sample = samplesOf(contract).find(({ request }) => request.method === 'POST')!;

  describe(`${service.name} with more messages than it takes`, () => {
    let surroundings: Surroundings;
    let running: RunningService;
    const gate = new Gate();

    beforeAll(async () => {
      surroundings = await startSurroundings(options, false);
      const limit = { MESSAGES_AT_ONCE: String(atOnce) };
      const application = async (root: DynamicModule, options: NestApplicationOptions) =>
        (await NestFactory.create<NestExpressApplication>(root, options)).useGlobalGuards(gate);
      running = await createService(service, { ...surroundings.settings, ...limit }, { application });
    });
    afterAll(async () => {
      await running?.close();
      await surroundings.close();
    });

    it('refuses those at once, lives, and answers the others', async () => {
      const held = Array.from({ length: atOnce }, () => answerTo(sample));
      await gate.reached(atOnce);
      const refused = await answerTo(sample);
      expect(refused).toMatchObject(refusalOf(contract));
      // Another way of writing the address is another way in.
      expect(await answerTo(sample, '?')).toMatchObject(refusalOf(contract));
      expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
      gate.open();
      for (const { body } of await Promise.all(held)) expect(body).not.toBe(refused.body);
      expect((await answerTo(sample)).headers).not.toHaveProperty('retry-after');
    });

    async function answerTo({ request: { path, headers, body } }: Sample, query = '') {
      const answer = await fetch(running.url + path + query, { method: 'POST', headers, body: body! });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      };
    }
  });
}

/** Holds every message back before its handler, until it is opened. */
class Gate implements CanActivate {
  private readonly opened = Promise.withResolvers<void>();
  private readonly waiting = new EventEmitter();
  private count = 0;
  open = this.opened.resolve;

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Not who asks whether the service lives.
    if (context.switchToHttp().getRequest<Request>().method !== 'POST') return true;
    this.count++;
    this.waiting.emit('one more');
    await this.opened.promise;
    return true;
  }

  /** Resolves when so many wait. */
  async reached(count: number): Promise<void> {
    while (this.count < count) await once(this.waiting, 'one more');
  }
}

function refusalOf(contract: Contract): object {
  const headers = { 'retry-after': '1' };
  if (contract.form === 'rest') return { status: 503, headers };
  const { code } = catalogue[contract.commonFaults.overloaded];
  return { status: 500, headers, body: expect.stringContaining(`>${code}<`) as string };
}
