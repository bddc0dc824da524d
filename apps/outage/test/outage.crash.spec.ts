import { join } from 'node:path';
import type { RunningService } from '@trunkline/service';
import {
  bundle,
  crashAtVariable,
  eachDatabase,
  killUnderLoad,
  ServiceProcess,
  settingsOf,
} from '@trunkline/testing';
import { expectedEvent, keptEvent } from './kept-events';
import { isTaken, startNothing, tellNumbered } from './numbered-messages';
import { about, accounts, OutageClient, start } from './outage-client';
import { afterAll as afterMessages } from './outage-model';
import { startOutage } from './start-outage';

const rounds = 5;
const patience = 120_000;

/** So many customers are written in several parts. */
const many = Array.from({ length: 12_000 }, (_, index) => `m-${index}`);

eachDatabase((place) => {
  let main: string;

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-outage.ts'), 'crash-outage');
  }, 60_000);

  const startCrashing = (after = ''): Promise<ServiceProcess> =>
    ServiceProcess.start(main, { ...settingsOf(place()), [crashAtVariable]: `after ${after}` });
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
      const { sent, answered } = await killUnderLoad(rounds, startCrashing, async (url, number) =>
        isTaken(await tellNumbered(url, number)),
      );
      const { effects } = await startNothing();
      await withSurvivor(async (service, client) => {
        for (let number = 0; number < sent; number++) {
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
