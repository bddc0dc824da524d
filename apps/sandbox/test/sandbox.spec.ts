import { createService, type RunningService } from '@trunkline/service';
import { sandbox } from '../src/sandbox.module';

const event = (account: string, password = 'example-only'): string =>
  `<ICOMS USERID="TRUNKLINE" PASSWORD="${password}" ENVIRONMENT="SANDBOX"><MAC00183 SITEID="26" ACNTNMBR="${account}">` +
  '<INL01374 EVNTSRCECODE="NSC" EVNTTYPECODE="TELESTO"/></MAC00183></ICOMS>';

let running: RunningService;

beforeAll(async () => {
  running = await createService(sandbox, { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' });
});
afterAll(() => running.close());
beforeEach(() => post('/control/reset'));

function post(path: string, body: unknown = {}): Promise<Response> {
  return fetch(running.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function gateway(body: string, signal: AbortSignal | null = null): Promise<Response> {
  const headers = { 'content-type': 'text/xml' };
  return fetch(`${running.url}/icoms/gateway`, { method: 'POST', headers, body, signal });
}

async function json(answer: Response | Promise<Response>): Promise<unknown> {
  return (await answer).json();
}

const state = (): Promise<unknown> => json(fetch(`${running.url}/control`));

describe('the gateway', () => {
  it('creates an event, as often as it is asked to', async () => {
    for (const _time of [1, 2]) {
      const answer = await gateway(event('104118503'));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
      expect(await answer.text()).toContain('INLNRTRNCODE="0"');
    }
    expect(await state()).toMatchObject({ icoms: { calls: 2, effects: 2, events: [{ count: 2 }] } });
  });

  it('lets nobody in with another password', async () => {
    expect(await (await gateway(event('104118503', 'guessed'))).text()).toContain('_RC="-10050"');
    expect(await state()).toMatchObject({ icoms: { effects: 0 } });
  });

  it('breaks the connection after the effect for the account that provokes it', async () => {
    await expect(gateway(event('900000007'))).rejects.toThrow('fetch failed');
    expect(await state()).toMatchObject({ icoms: { effects: 1 } });
  });

  it('cuts off a request that is too long to be one', async () => {
    await expect(gateway(event('1'.repeat(2_000_000)))).rejects.toThrow('fetch failed');
    expect(await state()).toMatchObject({ icoms: { calls: 0 } });
  });
});

describe('the control', () => {
  it('makes the next calls meet a fault', async () => {
    const set = await post('/control/faults', { system: 'icoms', fault: 'html', calls: 2 });
    expect([set.status, await set.json()]).toMatchObject([
      200,
      { icoms: { faults: [{ fault: 'html', calls: 2 }] } },
    ]);
    for (const type of ['text/html', 'text/html', 'text/xml; charset=utf-8']) {
      expect((await gateway(event('104118503'))).headers.get('content-type')).toBe(type);
    }
  });

  it('takes one call where it is not told how many', async () => {
    expect(await json(post('/control/faults', { system: 'icoms', fault: 'html' }))).toMatchObject({
      icoms: { faults: [{ calls: 1 }] },
    });
  });

  it.each([
    [{ system: 'minos', fault: 'html' }, 'There is no system minos'],
    [{ system: 'midas', fault: 'html' }, 'midas has no fault html'],
    [{ system: 'icoms', fault: 'toString' }, 'icoms has no fault toString'],
    [{ system: 'icoms', fault: 'html', calls: 0 }, ['calls must not be less than 1']],
    [
      { system: 'icoms', fault: 'html', calls: '1' },
      expect.arrayContaining(['calls must be an integer number']),
    ],
    [{ system: 'icoms', fault: 'html', times: 1 }, ['property times should not exist']],
  ])('refuses %j', async (request, message) => {
    const refusal = await post('/control/faults', request);
    expect([refusal.status, await refusal.json()]).toMatchObject([400, { message }]);
    expect(await state()).toMatchObject({ icoms: { faults: [] } });
  });

  it('refuses what is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const refusal = await fetch(`${running.url}/control/faults`, { method: 'POST', headers, body: '{' });
    expect(refusal.status).toBe(400);
  });

  it('refuses a fault when a hundred are pending', async () => {
    for (let number = 1; number <= 100; number++)
      await post('/control/faults', { system: 'icoms', fault: 'html' });
    expect(await json(post('/control/faults', { system: 'icoms', fault: 'html' }))).toMatchObject({
      statusCode: 400,
      message: '100 faults are pending already',
    });
  });

  it('starts again when it is told to', async () => {
    await gateway(event('104118503'));
    await post('/control/faults', { system: 'icoms', fault: 'html' });
    const nothing = { calls: 0, effects: 0, faults: [] };
    const fresh = {
      icoms: { ...nothing, events: [] },
      'work-orders': { ...nothing, orders: [], askedTwice: [] },
      midas: { ...nothing, lines: [] },
    };
    expect(await json(post('/control/reset'))).toEqual(fresh);
    expect(await state()).toEqual(fresh);
  });

  it('lists accounts and faults', async () => {
    expect(await json(fetch(`${running.url}/control/accounts`))).toMatchObject({
      icoms: expect.arrayContaining([
        expect.objectContaining({ site: '26', account: '104118503', telephone: '447874384949' }),
      ]),
    });
    expect(await json(fetch(`${running.url}/control/faults`))).toMatchObject({
      icoms: { 'answer-lost': { about: expect.any(String), effect: true } },
    });
  });

  it('is described, and so is the gateway', async () => {
    const { paths } = (await json(fetch(`${running.url}/docs-json`))) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/control', '/control/faults', '/control/reset', '/icoms/gateway']),
    );
  });
});

it('stops at once, also while it holds an answer back', async () => {
  const stopping = await createService(sandbox, { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' });
  const held = fetch(`${stopping.url}/icoms/gateway`, { method: 'POST', body: event('900000005') });
  const cutOff = expect(held).rejects.toThrow('fetch failed');
  const arrived = async (): Promise<boolean> => {
    const { icoms } = (await json(fetch(`${stopping.url}/control`))) as { icoms: { calls: number } };
    return icoms.calls === 1;
  };
  while (!(await arrived()));
  await stopping.close();
  await cutOff;
});

describe('the work orders', () => {
  const address = '/icoms/CreateWorkOrder_V3';
  const order = (account: string): string =>
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><CreateWorkOrderRequest xmlns="urn:trunkline:create-work-order:v3">' +
    `<accountIdentification><accountNumber>${account}</accountNumber><siteReference>26</siteReference></accountIdentification>` +
    '<workOrderHeader><callCode>VM</callCode><workOrderTaskCode>VOIPMIG</workOrderTaskCode><salesReasonCode>MG</salesReasonCode>' +
    '<salesTypeCode>SW</salesTypeCode><prorateWorkOrder>false</prorateWorkOrder><consumerReference>r-1</consumerReference></workOrderHeader>' +
    '<serviceCategory>T</serviceCategory><telephoneServiceSwap><telephoneNumber>447874384949</telephoneNumber></telephoneServiceSwap>' +
    '</CreateWorkOrderRequest></e:Body></e:Envelope>';
  const create = (account = '104118503'): Promise<Response> =>
    fetch(running.url + address, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: order(account),
    });

  it('are created, one a line, until it is closed', async () => {
    expect(await (await create()).text()).toContain('<wo:orderNumber>2610411850301<');
    expect(await (await create()).text()).toContain('<flt:text>WO-OPEN ');
    expect(await json(post('/control/work-orders/2610411850301/close'))).toMatchObject({
      orders: [{ open: false }],
      askedTwice: ['r-1'],
    });
    expect(await (await create()).text()).toContain('<wo:orderNumber>2610411850302<');
    expect((await post('/control/work-orders/2610411850301/close')).status).toBe(404);
  });

  it('are declined for accounts that nobody knows, and known for those of MIDAS', async () => {
    expect(await (await create('999')).text()).toContain('<flt:text>ACCOUNT NOT FOUND<');
    expect(await (await create('900000121')).text()).toContain('<wo:orderNumber>');
  });

  it('are described by their WSDL and its schemas', async () => {
    const wsdl = await (await fetch(`${running.url}${address}?wsdl`)).text();
    expect(wsdl).toContain(`<soap:address location="${running.url}${address}"/>`);
    const [, schema] = /schemaLocation="([^"]+)"/.exec(wsdl)!;
    expect(await (await fetch(schema!)).text()).toContain('<xs:element name="CreateWorkOrderRequest"');
  });
});

describe('MIDAS', () => {
  const details = (telephone: string, account: string): Promise<Response> =>
    fetch(
      `${running.url}/restapi/VOIPLineMigrationDetails?telephoneNumber=${telephone}&accountNumber=${account}&siteReference=26&context=MIGRATION_WORKORDER`,
    );

  it('knows the lines of every account', async () => {
    expect(await json(details('447874384949', '104118503'))).toMatchObject({ serviceCategory: 'T' });
    expect(await json(details('447700900101', '900000101'))).toMatchObject({ serviceCategory: 'T' });
    expect((await details('447000000000', '104118503')).status).toBe(400);
  });

  it('keeps the statuses of a line', async () => {
    const update = {
      telephoneNumber: '447874384949',
      activity: { name: 'VOIPMigration', task: { name: 'CreateWorkOrder', status: 'Complete' } },
    };
    const set = await fetch(`${running.url}/restapi/UpdateVOIPLineMigrationStatus`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'VMMD-originatorURI': 'urn:example:portal' },
      body: JSON.stringify({ UpdateVOIPLineMigrationStatus: update }),
    });
    expect(set.status).toBe(200);
    expect(await state()).toMatchObject({
      midas: {
        lines: [
          {
            telephone: '447874384949',
            status: 'Complete',
            history: [{ status: 'Complete', originator: 'urn:example:portal' }],
          },
        ],
      },
    });
  });
});
