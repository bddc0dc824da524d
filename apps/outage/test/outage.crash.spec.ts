import { join } from 'node:path';
import type { RunningService } from '@trunkline/service';
import { bundle, eachDatabase, ServiceProcess } from '@trunkline/testing';
import { crashAtVariable } from './crash-point';
import { expectedEvent, keptEvent } from './kept-events';
import { isTaken, startNothing, tellNumbered } from './numbered-messages';
import { about, accounts, OutageClient, start } from './outage-client';
import { afterAll as afterMessages } from './outage-model';
import { startOutage } from './start-outage';

const rounds = 5;
const senders = 16;
const patience = 120_000;

/** So many customers are written in several parts. */
const many = Array.from({ length: 12_000 }, (_, index) => `m-${index}`);

eachDatabase((place) => {
  let main: string;

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-outage.ts'), 'crash-outage');
  }, 60_000);

  const startCrashing = (after = ''): Promise<ServiceProcess> => {
    const { url, folder } = place();
    const database: Record<string, string> =
      url === undefined ? { DATA_FOLDER: folder } : { DATABASE_URL: url };
    const fixed = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', [crashAtVariable]: after };
    return ServiceProcess.start(main, { ...fixed, ...database });
  };
  const withSurvivor = async (look: (service: RunningService, client: OutageClient) => Promise<void>) => {
    const service = await startOutage(place());
    await look(service, new OutageClient(service.url));
    await service.close();
  };

  it.each([
    ['lock', false],
    ['part', false],
    ['customers', false],
    ['history', false],
    ['write', false],
    ['commit', true],
    ['take', true],
  ])(
    'has all or nothing of a message after a kill after %s, and takes it again',
    async (step, isKept) => {
      const earlier = about(step, { ...start, impactedCustomers: 1 }, accounts('gone', 'm-7'));
      await withSurvivor(async (_, client) => void expect(await client.send(earlier)).toBe(200));
      const killed = await startCrashing(step);
      const message = about(step, { impactedCustomers: many.length }, accounts(...many));
      await expect(new OutageClient(killed.url).send(message)).rejects.toThrow();
      await killed.gone;
      await withSurvivor(async (service, client) => {
        const kept = async () => {
          const { totalCount } = await client.history(step);
          return { event: await keptEvent(service, step), totalCount };
        };
        const after = expectedEvent(afterMessages([earlier, message]));
        const before = { event: expectedEvent(afterMessages([earlier])), totalCount: 1 };
        expect(await kept()).toEqual(isKept ? { event: after, totalCount: 2 } : before);
        expect(await client.send(message)).toBe(200);
        expect(await kept()).toEqual({ event: after, totalCount: isKept ? 3 : 2 });
      });
    },
    patience,
  );

  it(
    `has every message that it answered for, once, through ${rounds} kills under load`,
    async () => {
      const answered = new Set<number>();
      let next = 0;
      for (let round = 0; round < rounds; round++) {
        const service = await startCrashing();
        const enough = answered.size + 20 + 13 * round;
        const tellOnAndOn = async (): Promise<void> => {
          for (;;) {
            const number = next++;
            if (isTaken(await tellNumbered(service.url, number))) answered.add(number);
            if (answered.size >= enough) return service.kill();
          }
        };
        await Promise.allSettled(Array.from({ length: senders }, tellOnAndOn));
        await service.gone;
      }
      const { effects } = await startNothing();
      await withSurvivor(async (service, client) => {
        for (let number = 0; number < next; number++) {
          const times = (await client.history(`outage-${number}`)).totalCount ?? 0;
          // Where a message is in the history of its outage it is in all that it tells of, and nowhere where not.
          expect([number, await effects(number, service.url)]).toEqual([number, times]);
          expect(times).toBeLessThanOrEqual(1);
          if (answered.has(number)) expect([number, times]).toEqual([number, 1]);
          expect(isTaken(await tellNumbered(service.url, number))).toBe(true);
          expect([number, await effects(number, service.url)]).toEqual([number, 1]);
        }
      });
    },
    patience,
  );
});
