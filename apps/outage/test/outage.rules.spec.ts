import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { about, accounts, more, OutageClient, start, system } from './outage-client';
import { startOutage } from './start-outage';

eachDatabase((place) => {
  let service: RunningService;
  let client: OutageClient;

  beforeAll(async () => {
    service = await startOutage(place(), { OUTAGE_EXTERNAL_SYSTEMS: `${system},OMS 2` });
    client = new OutageClient(service.url);
  });
  afterAll(() => service.close());

  const event = async (externalOutageId: string) =>
    (await client.search({ externalOutageId })).outageEvents[0];

  it('keeps what a message does not say', async () => {
    await client.send(about('keeps', { ...start, impactedCustomers: 5, additionalDetails: [{ name: 'a' }] }));
    expect(await client.send(about('keeps', { outageType: 'C1PL' }))).toBe(200);
    expect(await event('keeps')).toMatchObject({
      outageType: 'C1PL',
      startDateTime: start.startDateTime,
      impactedCustomers: 5,
      additionalDetails: [{ name: 'a' }],
    });
  });

  it('keeps texts as they were sent', async () => {
    const startDateTime = '2026-01-31T08:00:00.120+05:30';
    const additionalDetails = [{ name: ' blanks ', value: 'é😀"<&>\n' }, { value: '0012' }];
    await client.send(about('texts', { ...start, startDateTime, additionalDetails }));
    expect(await event('texts')).toMatchObject({ startDateTime, additionalDetails });
  });

  it('refuses a stale message, and nothing of it is kept', async () => {
    await client.send(about('stale', { ...start, messageReference: '12' }, accounts('stale-1')));
    const late = { messageReference: '9', impactedCustomers: 1, completionDateTime: '2026-01-31T09:00:00Z' };
    expect(await client.send(about('stale', late, accounts('stale-2')))).toBe(400);
    expect(await event('stale')).not.toHaveProperty('impactedCustomers');
    expect(await event('stale')).toMatchObject({ state: 'OPEN' });
    expect(await client.found({ accountId: 'stale-1' })).toEqual(['stale']);
    expect(await client.found({ accountId: 'stale-2' })).toEqual([]);
  });

  it('takes the same reference again, and a message without one', async () => {
    await client.send(about('again', { ...start, messageReference: '12' }));
    expect(await client.send(about('again', { messageReference: '0012', impactedCustomers: 1 }))).toBe(200);
    expect(await client.send(about('again', { impactedCustomers: 2 }))).toBe(200);
    expect(await client.send(about('again', { messageReference: '11' }))).toBe(400);
  });

  it('tells apart the same outage of two systems', async () => {
    await client.sendAs(system, [about('shared', { ...start, impactedCustomers: 1 })]);
    await client.sendAs('OMS 2', [about('shared', { ...start, impactedCustomers: 2 })]);
    const { outageEvents } = await client.search({ externalOutageId: 'shared', externalSystem: 'OMS 2' });
    expect(outageEvents).toMatchObject([{ impactedCustomers: 2 }]);
    expect((await client.search({ externalOutageId: 'shared' })).totalCount).toBe(2);
  });

  it('replaces the list of customers, adds to it, leaves it and clears it', async () => {
    const touched = async () => {
      const found = await Promise.all(['l-1', 'l-2', 'l-3'].map((accountId) => client.found({ accountId })));
      return found.map(({ length }) => length);
    };
    await client.send(about('lists', start, accounts('l-1', 'l-2', 'l-1')));
    expect(await touched()).toEqual([1, 1, 0]);
    await client.send(about('lists', {}, more('l-3', 'l-1')));
    expect(await touched()).toEqual([1, 1, 1]);
    await client.send(about('lists'));
    expect(await touched()).toEqual([1, 1, 1]);
    await client.send(about('lists', {}, accounts('l-2')));
    expect(await touched()).toEqual([0, 1, 0]);
    await client.send(about('lists', {}, more()));
    expect(await touched()).toEqual([0, 1, 0]);
    await client.send(about('lists', {}, accounts()));
    expect(await touched()).toEqual([0, 0, 0]);
  });

  it('finds customers by service point, and the one that is both', async () => {
    const customers = [{ accountId: 'p-1', spId: 's-1' }, { accountId: 'p-2', spId: 's-2' }, { spId: 's-3' }];
    await client.send(about('points', start, { customers }));
    expect(await client.found({ spId: 's-3' })).toEqual(['points']);
    expect(await client.found({ accountId: 'p-1', spId: 's-1' })).toEqual(['points']);
    expect(await client.found({ accountId: 'p-1', spId: 's-2' })).toEqual([]);
  });

  it('keeps all messages of a request, or none', async () => {
    await client.send(about('all-1', { ...start, messageReference: '2' }, accounts('all')));
    const status = await client.send(
      about('all-2', start, accounts('all')),
      about('all-1', { messageReference: '3' }, accounts()),
      about('all-1', { messageReference: '1' }),
    );
    expect(status).toBe(400);
    expect(await client.found({ accountId: 'all' })).toEqual(['all-1']);
    expect(await event('all-2')).toBeUndefined();
    expect(await client.send(about('all-1', { messageReference: '2' }))).toBe(200);
  });

  it('applies two messages for one event in their order', async () => {
    await client.send(
      about('order', { ...start, messageReference: '1' }, accounts('o-1')),
      about('order', { messageReference: '2', impactedCustomers: 7 }, more('o-2')),
    );
    expect(await event('order')).toMatchObject({ impactedCustomers: 7, startDateTime: start.startDateTime });
    expect([await client.found({ accountId: 'o-1' }), await client.found({ accountId: 'o-2' })]).toEqual([
      ['order'],
      ['order'],
    ]);
  });

  it('takes corrections of a completed event, and none of a discarded one', async () => {
    await client.send(about('done', { ...start, completionDateTime: '2026-01-31T09:00:00Z' }));
    expect(await client.send(about('done', { completionDateTime: '2026-01-31T09:10:00Z' }))).toBe(200);
    expect(await event('done')).toMatchObject({
      state: 'RESTORED',
      completionDateTime: '2026-01-31T09:10:00Z',
    });
    expect(await client.send(about('done', { discarded: true }))).toBe(200);
    expect(await client.send(about('done', { discarded: false }))).toBe(400);
    expect(await event('done')).toMatchObject({ state: 'DISCARDED' });
  });

  it('answers why a message does not show, the newest first, in pages', async () => {
    await client.send(about('why/?', { messageReference: '1' }));
    await client.send(about('why/?', { ...start, messageReference: '2' }), about('why-2', {}));
    await client.send(about('why/?', { ...start, messageReference: '2' }));
    await client.send(about('why/?', { messageReference: '1' }));
    await client.send(about('why/?', { discarded: true }));
    await client.send(about('why/?', { messageReference: '3' }));
    const { messages, totalCount } = await client.history('why/?');
    expect(totalCount).toBe(6);
    const refused = { outcome: 'REFUSED' };
    expect(messages).toMatchObject([
      { ...refused, reason: 'DISCARDED', messageReference: '3', storedMessageReference: '2' },
      { outcome: 'ACCEPTED', reason: 'UPDATED', storedMessageReference: '2' },
      { ...refused, reason: 'STALE', messageReference: '1', storedMessageReference: '2' },
      { outcome: 'ACCEPTED', reason: 'ADDED', messageReference: '2' },
      { ...refused, reason: 'NEIGHBOUR', messageReference: '2' },
      { ...refused, reason: 'INCOMPLETE', messageReference: '1' },
    ]);
    expect((await client.history('why/?', '?offset=1&limit=2')).messages).toEqual(messages.slice(1, 3));
  });

  it('answers why the messages of an unknown system do not show', async () => {
    expect((await client.sendAs('nobody', [about('unknown', start)])).status).toBe(400);
    expect(await client.history('unknown', '', 'nobody')).toMatchObject({
      messages: [{ reason: 'UNKNOWN_SYSTEM' }],
    });
  });
});
