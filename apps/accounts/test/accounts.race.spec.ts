import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { ask, deliver, eventOf } from './deliver';
import { startAccounts } from './start-accounts';

eachDatabase((place) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startAccounts(place());
  });
  afterAll(() => service.close());

  const total = async (filter: string) =>
    (await ask(service.url, `/partyAccount?${filter}`)).headers.get('x-total-count');

  it('makes one account of a hundred deliveries at once, at any number of instances', async () => {
    // A database file has one process; PostgreSQL has as many as there are.
    const second = place().url === undefined ? undefined : await startAccounts(place());
    const urls = [service.url, second?.url ?? service.url];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => deliver(urls[n % 2]!, eventOf('raced', ',"username":"raced"'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await total('relatedParty.id=party-raced')).toBe('1');
    await second?.close();
  }, 60_000);

  it('lets one of a hundred win when all of them want one user name', async () => {
    const second = place().url === undefined ? undefined : await startAccounts(place());
    const urls = [service.url, second?.url ?? service.url];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        deliver(urls[n % 2]!, eventOf(`rival-${n}`, ',"username":"wanted"')),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      statuses.filter((status) => status === 201).length,
      statuses.filter((status) => status === 409).length,
    ]).toEqual([1, 99]);
    expect(await total('username=wanted')).toBe('1');
    await second?.close();
  }, 60_000);
});
