import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@trunkline/faults';
import { serveOnFreePort } from '@trunkline/simulation';
import { aCall, anEvent, aConfig, RecordedMetrics } from '../test/icoms-call';
import type { IcomsEvent } from './icoms';
import { IcomsGateway } from './icoms.gateway';
import { IcomsSimulator } from './icoms.simulator';
import { simulatedAccounts } from './simulated-accounts';
import type { SimulatedFault } from './simulated-faults.table';
import { startIcomsSimulator } from './simulator-server';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function gateway(url: string, settings: Partial<ReturnType<typeof aConfig>> = {}): IcomsGateway {
  const made = new IcomsGateway(aConfig({ url, ...settings }), new RecordedMetrics());
  endings.push(() => made.onApplicationShutdown());
  return made;
}

async function simulated(): Promise<{ simulator: IcomsSimulator; url: string }> {
  const simulator = new IcomsSimulator();
  const { url, close } = await startIcomsSimulator(simulator);
  endings.push(close);
  return { simulator, url };
}

async function listening(serve: Parameters<typeof serveOnFreePort>[0]): Promise<string> {
  const { url, close } = await serveOnFreePort(serve);
  endings.push(close);
  return url;
}

/** What a call came to, in the words of exchange.json. */
async function outcomeOf(icoms: IcomsGateway, event: IcomsEvent = anEvent()): Promise<unknown> {
  try {
    await icoms.createEvent(event, aCall());
    return 'created';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: error.faultName, text: error.text, inDoubt: error.inDoubt };
  }
}

const unknown = {
  fault: 'IcomsSystemException',
  text: 'ICOMS gave no answer that can be read: the outcome is unknown',
  inDoubt: true,
};
const notCalled = {
  fault: 'IcomsSystemException',
  text: 'ICOMS could not be called; nothing was sent',
  inDoubt: false,
};

describe('an exchange', () => {
  const folder = join(__dirname, '../exchanges');

  it.each(readdirSync(folder))('%s', async (name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8').trimEnd();
    const { event, outcome, simulated } = JSON.parse(read('exchange.json')) as {
      event: IcomsEvent;
      outcome: unknown;
      simulated: boolean;
    };
    const requests: string[] = [];
    const url = await listening(async (request, response) => {
      requests.push(
        `${request.method} ${request.headers['content-type']}`,
        (await request.toArray()).join(''),
      );
      response.writeHead(200, { 'content-type': 'text/xml' }).end(read('response.xml'));
    });
    expect(await outcomeOf(gateway(url), event)).toEqual(outcome);
    expect(requests).toEqual(['POST text/xml; charset=utf-8', read('request.xml')]);
    if (simulated) {
      expect(new IcomsSimulator().receive(read('request.xml'))).toMatchObject({ body: read('response.xml') });
    }
  });
});

describe('the client in front of the simulator', () => {
  it('creates each event as often as it is told to', async () => {
    const { simulator, url } = await simulated();
    const icoms = gateway(url);
    for (const _time of [1, 2]) expect(await outcomeOf(icoms)).toBe('created');
    expect(await outcomeOf(icoms, { ...anEvent(), buffer: false })).toBe('created');
    expect(simulator.state()).toMatchObject({
      calls: 3,
      effects: 3,
      events: [
        {
          site: '26',
          account: '104118503',
          attributes: { EVNTTYPECODE: 'TELESTO', BUFREVNT: 'YES' },
          count: 2,
        },
        { attributes: { BUFREVNT: 'FALSE' }, count: 1 },
      ],
    });
  });

  it.each<[SimulatedFault, unknown, number]>([
    ['business-refusal', { fault: 'IcomsBusinessException', inDoubt: false }, 0],
    ['business-error', { fault: 'IcomsBusinessException', inDoubt: false }, 0],
    ['unknown-account', { fault: 'IcomsBusinessException', inDoubt: false }, 0],
    ['system-error', { fault: 'IcomsSystemException', inDoubt: false }, 0],
    ['bad-credentials', { fault: 'BackendAuthenticationError', inDoubt: false }, 0],
    ['timeout', unknown, 0],
    ['answer-lost', unknown, 1],
    ['half-answer', unknown, 1],
    ['unreadable', unknown, 1],
    ['empty', unknown, 1],
    ['html', unknown, 0],
    ['unavailable', unknown, 0],
    ['reset', unknown, 0],
  ])('meets %s on demand, once, and sends nothing twice', async (fault, outcome, effects) => {
    const { simulator, url } = await simulated();
    const icoms = gateway(url, { deadline: 300 });
    simulator.provoke(fault, 1);
    expect(await outcomeOf(icoms)).toMatchObject(outcome as object);
    expect(simulator.state()).toMatchObject({ calls: 1, effects, faults: [] });
    expect(await outcomeOf(icoms)).toBe('created');
  });

  it.each(simulatedAccounts.filter(({ provokes }) => provokes && provokes !== 'slow'))(
    'meets $provokes on account $account',
    async ({ site, account }) => {
      const { url } = await simulated();
      const event = { ...anEvent(), accountIdentification: { siteReference: site, accountNumber: account } };
      expect(await outcomeOf(gateway(url, { deadline: 300 }), event)).toMatchObject({
        fault: expect.any(String),
      });
    },
  );

  it.each(['userid', 'password', 'environment'] as const)(
    'is not let in with another %s',
    async (credential) => {
      const { simulator, url } = await simulated();
      expect(await outcomeOf(gateway(url, { [credential]: 'another' }))).toEqual({
        fault: 'BackendAuthenticationError',
        text: 'USER OR PASSWORD NOT VALID',
        inDoubt: false,
      });
      expect(simulator.state().effects).toBe(0);
    },
  );
});

describe('an answer', () => {
  const success = '<ICOMS><MAC00183><INL01374 INLNRTRNCODE="0"/></MAC00183></ICOMS>';
  const notLetIn = {
    fault: 'BackendAuthenticationError',
    text: 'ICOMS did not accept the credentials of this service',
    inDoubt: false,
  };

  it.each<[number, string, unknown]>([
    [200, success, 'created'],
    [401, 'no', notLetIn],
    [403, 'no', notLetIn],
    [404, success, unknown],
    [
      429,
      'no',
      { ...notLetIn, fault: 'IcomsSystemException', text: 'ICOMS takes no more requests at present' },
    ],
    [503, success, unknown],
    [200, 'no', unknown],
    [200, success + ' '.repeat(300_000), unknown],
  ])('of HTTP status %i comes to one of our outcomes', async (status, body, outcome) => {
    const url = await listening((_request, response) => void response.writeHead(status).end(body));
    expect(await outcomeOf(gateway(url))).toEqual(outcome);
  });
});

describe('a call that is not made', () => {
  it('has no effect when ICOMS refuses the connection', async () => {
    const { url, close } = await startIcomsSimulator();
    await close();
    expect(await outcomeOf(gateway(url))).toEqual(notCalled);
  });

  it('has no effect when the breaker is open', async () => {
    const { simulator, url } = await simulated();
    const icoms = gateway(url, { breakerFailures: 1 });
    simulator.provoke('reset', 1);
    expect(await outcomeOf(icoms)).toEqual(unknown);
    expect(await outcomeOf(icoms)).toEqual(notCalled);
    expect(simulator.state().calls).toBe(1);
  });

  it('has no effect when too many calls wait', async () => {
    const { simulator, url } = await simulated();
    const icoms = gateway(url, { connections: 1, waiting: 0, deadline: 300 });
    simulator.provoke('timeout', 1);
    const running = outcomeOf(icoms);
    expect(await outcomeOf(icoms)).toEqual(notCalled);
    expect(await running).toEqual(unknown);
  });

  it.each([
    ['a control character', 'EVNTDATA', { data: 'a\u0000b' }],
    ['half of a character', 'EVNTDATA', { data: '\ud800' }],
    ['a backspace', 'EVNTTYPECODE', { typeCode: '\u0008' }],
  ])('is one with %s in a value, which XML cannot carry', async (_what, attribute, value) => {
    const { simulator, url } = await simulated();
    const event = { ...anEvent(), event: { ...anEvent().event, ...value } };
    await expect(gateway(url).createEvent(event, aCall())).rejects.toThrow(
      new TypeError(`${attribute} holds a character that XML cannot carry`),
    );
    expect(simulator.state().calls).toBe(0);
  });

  it('is not one with the replacement character in a value', async () => {
    const { simulator, url } = await simulated();
    const event = { ...anEvent(), event: { ...anEvent().event, data: '\ufffd' } };
    expect(await outcomeOf(gateway(url), event)).toBe('created');
    expect(simulator.state().events).toMatchObject([{ attributes: { EVNTDATA: '\ufffd' } }]);
  });
});
