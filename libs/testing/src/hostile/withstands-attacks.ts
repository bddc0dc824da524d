import type { SoapContract } from '@trunkline/operations';
import { type Judge, judgeOfEnvelopes } from '../judges/judge';
import type { Attack, Expected, Target } from './attack';
import { documentAttacks } from './documents.attacks';
import { encodingAttacks } from './encodings.attacks';
import { envelopeAttacks } from './envelopes.attacks';
import { exchange, type Reply } from './exchange';
import { expectReply } from './expect-reply';
import { heapUsed } from './heap';
import { httpAttacks } from './http.attacks';
import { envelope, request } from './request';
import { targetOf } from './target';
import { setTrap, type Trap } from './trap';

/** A service that is started for a test. */
interface Started {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Sends a service of the contract everything that is meant to break it, and what is odd but allowed: each gets the right fault or the
 * answer, soon; nothing of the inside is shown, nothing is fetched, no memory is kept, and the service lives.
 */
export function withstandsAttacks(contract: SoapContract, start: () => Promise<Started>): void {
  describe(`${contract.name} under attack: what it gets`, () => {
    const target = targetOf(contract);
    const attacks = attacksOn(target);
    let [service, judge, trap]: [Started?, Judge?, Trap?] = [];

    beforeAll(async () => {
      [service, judge, trap] = [await start(), judgeOfEnvelopes(contract), await setTrap()];
      Object.assign(target, { host: new URL(service.url).host, trap: trap.url });
    });
    afterAll(async () => {
      await Promise.all([service?.close(), judge?.close(), trap?.close()]);
    });

    const send = (bytes: Buffer) => exchange(service!.url, bytes);
    const expectOf = async (expected: Expected, replies: readonly Reply[]) => {
      expect(replies).toHaveLength('answered' in expected ? (expected.times ?? 1) : 1);
      for (const reply of replies) expectReply(reply, expected);
      const xml = replies.map(({ body }) => body).filter((body) => body !== '');
      expect(await judge!.judge(xml)).toEqual(xml.map(() => []));
    };

    it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, { bytes, expected }) => {
      await expectOf(expected, await send(bytes()));
    });

    it('ends at any of its bytes', async () => {
      for (const document of truncated(target))
        await expectOf({ fault: 'Client' }, await send(request(target, { body: document })));
    });

    it('is forgotten when it is answered', async () => {
      const light = attacks.filter(({ name }) => !name.includes('bomb'));
      const round = async () => {
        for (const { bytes } of light) await send(bytes());
        return heapUsed();
      };
      await round();
      const before = await round();
      await round();
      expect((await round()) - before).toBeLessThan(4 * 1024 * 1024);
    }, 120_000);

    it('made nobody fetch anything, and is answered as before', async () => {
      expect(trap!.visits()).toEqual([]);
      await expectOf({ answered: '1.1' }, await send(request(target, {})));
    });
  });
}

function attacksOn(target: Target): Attack[] {
  return [
    ...documentAttacks(target),
    ...encodingAttacks(target),
    ...envelopeAttacks(target),
    ...httpAttacks(target),
  ];
}

/** A document without its end: at every byte, or so that there are about two hundred. */
function truncated(target: Target): Buffer[] {
  const whole = Buffer.from(envelope(target));
  const step = Math.ceil(whole.length / 200);
  return Array.from({ length: Math.ceil(whole.length / step) }, (_, at) => whole.subarray(0, at * step));
}
