import type { Customer, OutageEvents } from '@trunkline/contracts/outage';
import type { RunningService } from '@trunkline/service';
import { Database, type Item } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import { about, OutageClient, start, system } from './outage-client';
import { startOutage } from './start-outage';

/** Enough to be read in turns, in JSON and in XML. */
const count = 8_000;
const patience = 60_000;

eachDatabase((place) => {
  let service: RunningService;
  let client: OutageClient;

  beforeAll(async () => {
    service = await startOutage(place());
    client = new OutageClient(service.url);
  });
  afterAll(() => service.close());

  const send = (type: string, body: string) =>
    fetch(`${service.url}/rest/apis/customer/service/outageEventNotifications`, {
      method: 'POST',
      headers: { 'content-type': type, accept: type },
      body,
    });

  async function customersWritten(work: () => Promise<unknown>): Promise<unknown[]> {
    const database = service.app.get(Database);
    const written = [jest.spyOn(database, 'writeIn'), jest.spyOn(database, 'writeLast')];
    await work();
    const items = written.flatMap(({ mock }) => mock.calls.flatMap(([, some]) => some));
    for (const each of written) each.mockRestore();
    expect(items).not.toEqual([]);
    return items.flatMap(customersIn);
  }

  it(
    'keeps and echoes a long list in JSON',
    async () => {
      const body = JSON.stringify(news('json', listed(0)));
      const answer = await send('application/json', body);
      expect([answer.status, await answer.text()]).toEqual([200, body]);
      expect(await client.found({ accountId: 'a7999', spId: 's7999' })).toEqual(['json']);
    },
    patience,
  );

  it(
    'keeps and echoes a long list in XML',
    async () => {
      const body = xml(news('xml', listed(0)));
      const answer = await send('application/xml', body);
      expect([answer.status, await answer.text()]).toEqual([200, body]);
      expect(await client.found({ accountId: 'a7999', spId: 's7999' })).toContain('xml');
    },
    patience,
  );

  it(
    'writes only what a replacement changes',
    async () => {
      await send('application/json', JSON.stringify(news('diff', listed(0))));
      const rows = await customersWritten(() =>
        send('application/json', JSON.stringify(news('diff', listed(80)))),
      );
      expect(rows).toHaveLength(160);
      expect(await client.found({ accountId: 'a79' })).not.toContain('diff');
      expect(await client.found({ accountId: 'a8079' })).toContain('diff');
    },
    patience,
  );

  it(
    'writes nothing of customers when the same list comes again',
    async () => {
      await send('application/json', JSON.stringify(news('same', listed(0))));
      const rows = await customersWritten(() =>
        send('application/json', JSON.stringify(news('same', listed(0).reverse()))),
      );
      expect(rows).toEqual([]);
    },
    patience,
  );

  it(
    'answers others before a long message is done',
    async () => {
      const order: string[] = [];
      const long = send('application/json', JSON.stringify(news('long', listed(0)))).then(() =>
        order.push('long'),
      );
      await fetch(`${service.url}/health/live`).then(() => order.push('live'));
      await client.search({ accountId: 'a1' }).then(() => order.push('search'));
      await long;
      expect(order).toEqual(['live', 'search', 'long']);
    },
    patience,
  );

  it(
    'names the broken fields of a long list, up to a thousand',
    async () => {
      const customers = listed(0).map((customer, index) =>
        index < 10 ? customer : { accountId: 'x'.repeat(11) },
      );
      for (const [type, body] of [
        ['application/json', JSON.stringify(news('broken', customers))],
        ['application/xml', xml(news('broken', customers))],
      ] as const) {
        const answer = await send(type, body);
        const text = await answer.text();
        expect(answer.status).toBe(400);
        expect(text).toMatch(
          /\/outageMessages\/0\/customerInformation\/customers\/10\/accountId: externalOutageId \S*broken\S*: must have at most 10 characters/,
        );
        // In detail and in longDescription.
        expect(text.match(/must have at most/g)).toHaveLength(2_000);
        expect(text.match(/breaks more rules than are listed/g)).toHaveLength(2);
      }
      expect(await client.found({ externalOutageId: 'broken' })).toEqual([]);
    },
    patience,
  );

  it.each([
    [
      'application/json',
      JSON.stringify(news('x', listed(0))).replace('"a7000"', 'a7000'),
      /line 1, column \d{6}/,
    ],
    [
      'application/xml',
      `${xml(news('x', listed(0))).replace('</customerInformation>', '')}`,
      /line 1, column \d{6}/,
    ],
  ])('tells where a long %s is broken', async (type, body, where) => {
    const answer = await send(type, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(where);
  });

  it(
    'keeps as many messages of one request as its body has room for',
    async () => {
      // More than a function takes as its arguments.
      const storm = Array.from({ length: 130_000 }, (_, index) => about(`storm-${index}`, start));
      const body = JSON.stringify({ externalSystem: system, outageMessages: storm });
      const answer = await send('application/json', body);
      expect([answer.status, (await answer.text()) === body]).toEqual([200, true]);
      expect(await client.found({ externalOutageId: 'storm-129999' })).toHaveLength(1);
    },
    3 * patience,
  );

  it(
    'keeps many messages of one request, or none',
    async () => {
      const many = Array.from({ length: 3_000 }, (_, index) =>
        about(`many-${index}`, { ...start, messageReference: '2' }),
      );
      expect(await client.send(...many)).toBe(200);
      expect(
        await client.send(about('many-new', start), ...many, about('many-7', { messageReference: '1' })),
      ).toBe(400);
      expect(await client.found({ externalOutageId: 'many-new' })).toEqual([]);
      expect((await client.history('many-7')).messages).toMatchObject([
        { reason: 'STALE' },
        { reason: 'NEIGHBOUR' },
        { reason: 'ADDED' },
      ]);
    },
    patience,
  );

  it('names each of many messages that are at fault', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => about(`unknown-${index}`));
    const answer = await client.sendAs(system, many);
    const { detail, serverMessage } = (await answer.json()) as {
      detail: string;
      serverMessage: { longDescription: string };
    };
    expect([answer.status, serverMessage.longDescription]).toEqual([400, detail]);
    const lines = many.map(
      (_, index) =>
        `/outageMessages/${index}: externalOutageId "unknown-${index}": the event is new and needs outageType and startDateTime`,
    );
    expect(detail.split('\n')).toEqual(lines);
  });
});

function listed(from: number): Customer[] {
  return Array.from({ length: count }, (_, index) => ({
    accountId: `a${from + index}`,
    spId: `s${from + index}`,
  }));
}

function news(externalOutageId: string, customers: Customer[]): OutageEvents {
  return { externalSystem: system, outageMessages: [about(externalOutageId, start, { customers })] };
}

function xml({ externalSystem, outageMessages: [message] }: OutageEvents): string {
  const { eventDetails, customerInformation } = message!;
  const part = (fields: object) =>
    Object.entries(fields)
      .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
      .join('');
  const customers = customerInformation!.customers!.map(
    (customer) => `<customers>${part(customer)}</customers>`,
  );
  return `<C1OutEvtsUpd>${part({ externalSystem })}<outageMessages><eventDetails>${part(eventDetails)}</eventDetails><customerInformation>${customers.join('')}</customerInformation></outageMessages></C1OutEvtsUpd>`;
}

function customersIn({ statement, row }: Item): unknown[] {
  return statement.name.endsWith('customers') ? (JSON.parse(String(row[1])) as unknown[]) : [];
}
