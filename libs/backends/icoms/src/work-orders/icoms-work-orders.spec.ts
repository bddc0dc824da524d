import { Fault } from '@trunkline/faults';
import { serveOnFreePort } from '@trunkline/simulation';
import { aCall } from '../../test/icoms-call';
import { aWorkOrder, workOrdersAt } from '../../test/work-orders-call';
import type { IcomsWorkOrders } from './icoms-work-orders';
import { IcomsWorkOrdersSimulator } from './icoms-work-orders.simulator';
import type { SimulatedWorkOrderFault } from './simulated-work-order-faults.table';
import { startWorkOrdersSimulator } from './work-orders-server';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function clientOf(url: string, settings: Record<string, string> = {}): Promise<IcomsWorkOrders> {
  const { orders, app } = await workOrdersAt(url, settings);
  endings.push(() => app.close());
  return orders;
}

async function simulated(): Promise<{ simulator: IcomsWorkOrdersSimulator; url: string }> {
  const simulator = new IcomsWorkOrdersSimulator();
  const { url, close } = await startWorkOrdersSimulator(simulator);
  endings.push(close);
  return { simulator, url };
}

async function listening(serve: Parameters<typeof serveOnFreePort>[0]): Promise<string> {
  const { url, close } = await serveOnFreePort(serve, '/work-orders');
  endings.push(close);
  return url;
}

/** The fault that a call comes to. */
async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Fault);
  return error as Fault;
}

const enveloped = (body: string): string =>
  `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>${body}</env:Body></env:Envelope>`;
const created =
  '<wo:CreateWorkOrderResponse xmlns:wo="urn:trunkline:create-work-order:v3"><wo:orderNumber>700001</wo:orderNumber></wo:CreateWorkOrderResponse>';
const declined =
  '<env:Fault xmlns:wo="urn:other"><faultcode>env:Server</faultcode><faultstring>?</faultstring><detail>' +
  '<flt:fault xmlns:flt="urn:trunkline:fault:v1"><flt:type>BUSINESS</flt:type><flt:code>10465</flt:code>' +
  '<flt:description>?</flt:description><flt:severity>ERROR</flt:severity></flt:fault></detail></env:Fault>';

/** For what is never answered. */
const short = { ICOMS_WORK_ORDERS_DEADLINE_MS: '500' };
const unanswered: readonly SimulatedWorkOrderFault[] = [
  'timeout',
  'silent',
  'late-effect',
  'look-up-timeout',
];

describe('creating a work order', () => {
  it('gives its number', async () => {
    const { simulator, url } = await simulated();
    expect(await (await clientOf(url)).create(aWorkOrder(), aCall())).toBe('2610411850301');
    expect(simulator.state()).toMatchObject({
      calls: 1,
      effects: 1,
      orders: [
        {
          orderNumber: '2610411850301',
          site: '26',
          account: '104118503',
          telephone: '447874384949',
          consumerReference: 'reference-of-104118503',
          open: true,
        },
      ],
    });
  });

  /** What is sent for a work order with a comment. */
  async function sentWith(comment: string): Promise<string[]> {
    const requests: string[] = [];
    const url = await listening(async (request, response) => {
      requests.push((await request.toArray()).join(''));
      response.destroy();
    });
    await faultOf((await clientOf(url)).create({ ...aWorkOrder(), comment }, aCall()));
    return requests;
  }

  it('sends what the contract says, with ids of its own in the conversation of the consumer', async () => {
    const requests = await sentWith('<3 & "4"');
    expect(requests).toEqual([
      expect.stringContaining(
        '<hdr:RequestHeader xmlns:hdr="urn:trunkline:message-header:v1"><hdr:ActivityName>CreateEventV2</hdr:ActivityName>' +
          '<hdr:msgType>REQUEST</hdr:msgType><hdr:senderURI>urn:trunkline:voip-migration</hdr:senderURI>' +
          '<hdr:OriginatorURI>urn:example:crm</hdr:OriginatorURI><hdr:RequestTimestamp>2026-03-01T12:00:00.000Z</hdr:RequestTimestamp>' +
          '<hdr:CommunicationPattern>RequestResponse</hdr:CommunicationPattern><hdr:CommunicationStyle>RPC</hdr:CommunicationStyle>' +
          '<hdr:Service>CreateWorkOrder_V3</hdr:Service><hdr:Version>3</hdr:Version>' +
          '<hdr:ConversationID>conversation-1</hdr:ConversationID><hdr:RequestID>id-1</hdr:RequestID><hdr:MessageID>id-2</hdr:MessageID>' +
          '</hdr:RequestHeader>',
      ),
    ]);
    expect(requests[0]).toContain(
      '<wo:workOrderHeader><wo:callCode>VM</wo:callCode><wo:workOrderTaskCode>VOIPMIG</wo:workOrderTaskCode>' +
        '<wo:salesReasonCode>MG</wo:salesReasonCode><wo:salesTypeCode>SW</wo:salesTypeCode>' +
        '<wo:orderComment>&lt;3 &amp; &quot;4&quot;</wo:orderComment><wo:prorateWorkOrder>false</wo:prorateWorkOrder>' +
        '<wo:consumerReference>reference-of-104118503</wo:consumerReference></wo:workOrderHeader>' +
        '<wo:serviceCategory>T</wo:serviceCategory>',
    );
  });

  it('sends a comment that looks like CDATA as text', async () => {
    const [request] = await sentWith('<![CDATA[<b>]]>');
    expect(request).toContain('<wo:orderComment>&lt;[CDATA[&lt;b&gt;]]&gt;</wo:orderComment>');
  });

  it('keeps the headers of calls that run at once apart', async () => {
    const seen: string[] = [];
    const url = await listening(async (request, response) => {
      const xml = (await request.toArray()).join('');
      const [, conversation] = /<hdr:ConversationID>([^<]+)/.exec(xml)!;
      const [, reference] = /<wo:consumerReference>([^<]+)/.exec(xml)!;
      seen.push(`${conversation} ${reference}`);
      response.destroy();
    });
    const client = await clientOf(url);
    const calls = ['a', 'b', 'c'].map((id) => {
      const call = { ...aCall(), ids: { conversationId: id, requestId: id, messageId: id } };
      return faultOf(client.create({ ...aWorkOrder(), consumerReference: id }, call));
    });
    await Promise.all(calls);
    expect(seen.sort()).toEqual(['a a', 'b b', 'c c']);
  });

  it('is declined while another is open, until that is closed', async () => {
    const { simulator, url } = await simulated();
    const client = await clientOf(url);
    await client.create(aWorkOrder(), aCall());
    const again = { ...aWorkOrder(), consumerReference: 'another' };
    expect(await faultOf(client.create(again, aCall()))).toMatchObject({
      faultName: 'IcomsWorkOrderOpen',
      text: 'WO-OPEN WORK ORDER 2610411850301 IS OPEN ON THIS LINE',
      inDoubt: false,
    });
    expect(simulator.close('2610411850301')).toBe(true);
    expect(simulator.close('2610411850301')).toBe(false);
    expect(await client.create(again, aCall())).toBe('2610411850302');
  });

  const unknown = { faultName: 'IcomsSystemException', inDoubt: true };

  it.each<[SimulatedWorkOrderFault, object, number]>([
    [
      'business-refusal',
      { faultName: 'IcomsBusinessException', text: 'ACCOUNT IS LOCKED', inDoubt: false },
      0,
    ],
    [
      'unknown-account',
      { faultName: 'IcomsBusinessException', text: 'ACCOUNT NOT FOUND', inDoubt: false },
      0,
    ],
    ['open-order', { faultName: 'IcomsWorkOrderOpen', inDoubt: false }, 0],
    [
      'system-error',
      { faultName: 'IcomsSystemException', text: 'DATA QUEUE NOT AVAILABLE', inDoubt: false },
      0,
    ],
    ['unexpected', { faultName: 'UnexpectedError', text: 'PROGRAM ENDED ABNORMALLY', inDoubt: false }, 0],
    ['bad-credentials', { faultName: 'BackendAuthenticationError', inDoubt: false }, 0],
    ['timeout', unknown, 0],
    ['silent', unknown, 1],
    ['late-effect', unknown, 0],
    ['answer-lost', unknown, 1],
    ['unreadable', unknown, 1],
    ['empty', unknown, 1],
    ['html', unknown, 0],
    ['unavailable', unknown, 0],
    ['reset', unknown, 0],
  ])('meets %s on demand, once, and is asked for once', async (fault, expected, effects) => {
    const { simulator, url } = await simulated();
    const client = await clientOf(url, unanswered.includes(fault) ? short : {});
    simulator.provoke(fault, 1);
    expect(await faultOf(client.create(aWorkOrder(), aCall()))).toMatchObject(expected);
    expect(simulator.state()).toMatchObject({ calls: 1, effects, askedTwice: [], faults: [] });
  });

  it.each([
    ['another message', '<x xmlns="urn:x"/>'],
    ['no order number', '<wo:CreateWorkOrderResponse xmlns:wo="urn:trunkline:create-work-order:v3"/>'],
    [
      'a fault without our detail',
      '<env:Fault><faultcode>env:Server</faultcode><faultstring>?</faultstring></env:Fault>',
    ],
    ['two bodies', '</env:Body><env:Body>'],
    [
      'an order number in another namespace',
      created.replace('urn:trunkline:create-work-order:v3', 'urn:other'),
    ],
    ['an order number in no namespace', created.replaceAll('wo:', '').replace('xmlns:wo', 'xmlns:other')],
    ['two messages', created.repeat(2)],
    ['a message outside of the body', `</env:Body>${created}<env:Body>`],
    ['a fault in another namespace', declined.replace('urn:trunkline:fault:v1', 'urn:other')],
    ['a fault that is none of SOAP', declined.replaceAll('env:Fault', 'wo:Fault')],
    ['a message and a fault', created + declined],
  ])('is in doubt when the answer has %s', async (_what, body) => {
    const url = await listening((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(enveloped(body));
    });
    const fault = await faultOf((await clientOf(url)).create(aWorkOrder(), aCall()));
    expect(fault).toMatchObject(unknown);
  });

  it('takes an answer with more in it than its contract says', async () => {
    const more = created.replace('</wo:orderNumber>', '</wo:orderNumber><wo:branch>7</wo:branch>');
    const url = await listening((_request, response) => void response.end(enveloped(more)));
    expect(await (await clientOf(url)).create(aWorkOrder(), aCall())).toBe('700001');
  });

  it('has certainly not happened when too many requests come', async () => {
    const url = await listening((_request, response) => void response.writeHead(429).end('no'));
    expect(await faultOf((await clientOf(url)).create(aWorkOrder(), aCall()))).toMatchObject({
      faultName: 'IcomsSystemException',
      text: 'ICOMS takes no more requests at present',
      inDoubt: false,
      final: false,
    });
  });

  it('has certainly not happened when nobody listens', async () => {
    const { url, close } = await startWorkOrdersSimulator();
    await close();
    expect(await faultOf((await clientOf(url)).create(aWorkOrder(), aCall()))).toMatchObject({
      faultName: 'IcomsSystemException',
      text: 'ICOMS could not be called; nothing was sent',
      inDoubt: false,
    });
  });

  it('shows nothing of an answer that cannot be read', async () => {
    const url = await listening((_request, response) => void response.end('<html>SESAME</html>'));
    const fault = await faultOf((await clientOf(url)).create(aWorkOrder(), aCall()));
    expect(JSON.stringify([fault.text, String(fault.cause), (fault.cause as Error).stack])).not.toContain(
      'SESAME',
    );
  });
});

describe('looking a work order up', () => {
  it('finds it by its reference, open or closed', async () => {
    const { simulator, url } = await simulated();
    const client = await clientOf(url);
    await client.create(aWorkOrder(), aCall());
    expect(await client.find('reference-of-104118503', aCall())).toBe('2610411850301');
    simulator.close('2610411850301');
    expect(await client.find('reference-of-104118503', aCall())).toBe('2610411850301');
  });

  it('finds nothing where there is nothing', async () => {
    const { url } = await simulated();
    expect(await (await clientOf(url)).find('no-such-reference', aCall())).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['an empty answer', '<wo:FindWorkOrderResponse xmlns:wo="urn:trunkline:create-work-order:v3"/>'],
    ['another message', '<x xmlns="urn:x"/>'],
    [
      'an answer in another namespace',
      '<wo:FindWorkOrderResponse xmlns:wo="urn:other"><wo:result>NONE</wo:result></wo:FindWorkOrderResponse>',
    ],
    [
      'a work order without a number',
      '<wo:FindWorkOrderResponse xmlns:wo="urn:trunkline:create-work-order:v3"><wo:result>FOUND</wo:result></wo:FindWorkOrderResponse>',
    ],
    [
      'neither yes nor no',
      '<wo:FindWorkOrderResponse xmlns:wo="urn:trunkline:create-work-order:v3"><wo:result>?</wo:result></wo:FindWorkOrderResponse>',
    ],
  ])('takes %s in the envelope for no answer', async (_what, body) => {
    const url = await listening((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(enveloped(body));
    });
    await faultOf((await clientOf(url)).find('reference', aCall()));
  });

  it.each<SimulatedWorkOrderFault>(['look-up-unavailable', 'look-up-timeout'])(
    'fails with %s, which creating does not meet',
    async (fault) => {
      const { simulator, url } = await simulated();
      const client = await clientOf(url);
      const asking = unanswered.includes(fault) ? await clientOf(url, short) : client;
      simulator.provoke(fault, 1);
      await client.create(aWorkOrder(), aCall());
      await faultOf(asking.find('reference-of-104118503', aCall()));
      expect(await client.find('reference-of-104118503', aCall())).toBe('2610411850301');
    },
  );
});
