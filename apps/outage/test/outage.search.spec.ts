import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { about, accounts, OutageClient, start, system } from './outage-client';
import { startOutage } from './start-outage';

eachDatabase((place) => {
  let service: RunningService;
  let client: OutageClient;

  beforeAll(async () => {
    service = await startOutage(place(), { OUTAGE_TIME_ZONE: 'US/Pacific' });
    client = new OutageClient(service.url);
    const all = accounts('1');
    await client.send(
      about('open', { ...start, startDateTime: '2026-01-31T10:29:59+01:00' }, all),
      about('scheduled', { ...start, startDateTime: '2026-01-31T10:30:01+01:00' }, all),
      about('restored', { ...start, completionDateTime: '2026-01-01T09:30:00Z' }, all),
      about('long-restored', { ...start, completionDateTime: '2026-01-01T09:29:59Z' }, all),
      about('discarded', { ...start, discarded: true }, all),
      about('elsewhere', start, accounts('2')),
    );
  });
  afterAll(() => service.close());

  it('finds what is open or scheduled, the latest start first', async () => {
    expect(await client.search({ accountId: '1' })).toMatchObject({
      outageEvents: [
        { externalOutageId: 'scheduled', state: 'SCHEDULED' },
        { externalOutageId: 'open', state: 'OPEN' },
      ],
      totalCount: 2,
      standardBaseTimeZoneName: 'US/Pacific',
    });
  });

  it('finds what was restored in the last 30 days, too, when it is asked to', async () => {
    expect(await client.found({ accountId: '1', includeRecentlyRestored: true })).toEqual([
      'scheduled',
      'open',
      'restored',
    ]);
  });

  it.each([
    ['restored', 'RESTORED'],
    ['long-restored', 'RESTORED'],
    ['discarded', 'DISCARDED'],
  ])('finds %s by its own id', async (externalOutageId, state) => {
    expect((await client.search({ externalOutageId })).outageEvents).toMatchObject([
      { externalOutageId, state },
    ]);
    expect(await client.found({ externalOutageId, accountId: '2' })).toEqual([]);
  });

  it('finds the outages of a system in pages that fit together', async () => {
    const filters = { externalSystem: system, includeRecentlyRestored: true };
    const whole = await client.search(filters);
    expect(whole.totalCount).toBe(4);
    const pages = await Promise.all(
      [0, 1, 2, 3, 4].map((offset) => client.search(filters, { offset, limit: 1 })),
    );
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([4, 4, 4, 4, 4]);
    expect(pages.flatMap(({ outageEvents }) => outageEvents)).toEqual(whole.outageEvents);
  });

  it('finds nothing of whom nobody reported', async () => {
    expect(await client.search({ accountId: '3' })).toMatchObject({ outageEvents: [], totalCount: 0 });
  });
});
