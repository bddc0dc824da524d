import { Fault } from '@trunkline/faults';
import { serveOnFreePort } from '@trunkline/simulation';
import { aCall, midasAt } from '../test/midas-call';
import type { MidasRest } from './midas.rest';
import { MidasSimulator } from './midas.simulator';
import type { SimulatedMidasFault } from './simulated-midas-faults.table';
import { startMidasSimulator } from './simulator-server';

const known = { site: '26', account: '104118503', telephone: '447874384949' };
const line = { telephoneNumber: '447874384949', accountNumber: '104118503', siteReference: 26 };
const complete = {
  telephoneNumber: '447874384949',
  status: 'Complete',
  comments: 'Work order 700001',
} as const;
const short = { MIDAS_DEADLINE_MS: '600' };

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function clientOf(url: string, settings: Record<string, string> = {}): MidasRest {
  const midas = midasAt(url, settings);
  endings.push(() => midas.onApplicationShutdown());
  return midas;
}

async function simulated(): Promise<{ simulator: MidasSimulator; url: string }> {
  const simulator = new MidasSimulator([known]);
  const { url, close } = await startMidasSimulator(simulator);
  endings.push(close);
  return { simulator, url };
}

async function listening(serve: Parameters<typeof serveOnFreePort>[0]): Promise<string> {
  const { url, close } = await serveOnFreePort(serve);
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

const read = (midas: MidasRest) => midas.lineDetails(line, 'urn:example:crm', aCall());
const update = (midas: MidasRest) => midas.updateStatus(complete, 'urn:example:crm', aCall());

describe('the details of a line', () => {
  it('are read', async () => {
    const { url } = await simulated();
    expect(await read(clientOf(url))).toEqual({
      serviceCategory: 'T',
      questionnaire: [{ question: 'alarm', answer: 'no' }],
    });
  });

  it('are asked for as the contract says', async () => {
    const requests: unknown[] = [];
    const url = await listening(({ method, url, headers }, response) => {
      requests.push([method, url, Object.entries(headers).filter(([name]) => name.startsWith('vmmd-'))]);
      response.end('{"serviceCategory":"T"}');
    });
    const asked = { ...line, telephoneNumber: '+447874384949' };
    await clientOf(url).lineDetails(asked, 'urn:example:crm', aCall());
    expect(requests).toEqual([
      [
        'GET',
        '/restapi/VOIPLineMigrationDetails?telephoneNumber=%2B447874384949&accountNumber=104118503&siteReference=26&context=MIGRATION_WORKORDER',
        [
          ['vmmd-activityname', 'CreateVOIPMigrationWorkOrder'],
          ['vmmd-conversationid', 'conversation-1'],
          ['vmmd-requestid', 'id-1'],
          ['vmmd-requesttimestamp', '2026-03-01T12:00:00.000Z'],
          ['vmmd-senderuri', 'urn:trunkline:voip-migration'],
          ['vmmd-originatoruri', 'urn:example:crm'],
          ['vmmd-messageid', 'id-2'],
        ],
      ],
    ]);
  });

  it.each([
    ['no such line', { ...line, telephoneNumber: '447000000000' }],
    ['another account', { ...line, accountNumber: '104118504' }],
    ['another site', { ...line, siteReference: 27 }],
  ])('are not found for %s', async (_what, asked) => {
    const { url } = await simulated();
    expect(await faultOf(clientOf(url).lineDetails(asked, 'urn:example:crm', aCall()))).toMatchObject({
      faultName: 'MidasNoAccountFound',
      text: 'No account found',
    });
  });

  it.each<[SimulatedMidasFault, object]>([
    ['details-refused', { faultName: 'MidasBusinessException', text: '10199 Line is locked' }],
    ['details-error', { faultName: 'MidasSystemException', text: '2020 Unexpected Error' }],
    ['details-timeout', { faultName: 'MidasSystemException', text: 'MIDAS gave no answer in time' }],
    [
      'details-unreadable',
      { faultName: 'MidasSystemException', text: 'MIDAS gave no answer that can be read' },
    ],
  ])('meet %s on demand, once', async (fault, expected) => {
    const { simulator, url } = await simulated();
    const midas = clientOf(url, short);
    simulator.provoke(fault, 1);
    expect(await faultOf(read(midas))).toMatchObject(expected);
    expect(await read(midas)).toMatchObject({ serviceCategory: 'T' });
  });

  it('are asked for again when the connection breaks', async () => {
    const { simulator, url } = await simulated();
    simulator.provoke('details-reset', 1);
    expect(await read(clientOf(url))).toMatchObject({ serviceCategory: 'T' });
    expect(simulator.state().calls).toBe(2);
  });

  it.each([
    ['no service category', '{"questionnaire":[]}'],
    ['a service category that is none', '{"serviceCategory":"<T>"}'],
    ['a questionnaire that is none', '{"serviceCategory":"T","questionnaire":"yes"}'],
    ['no object', '[]'],
    ['no JSON', '<html>SESAME</html>'],
    ['nothing', ''],
  ])('cannot be read from an answer that has %s, of which nothing is shown', async (_what, body) => {
    const url = await listening((_request, response) => void response.end(body));
    const fault = await faultOf(read(clientOf(url)));
    expect(fault).toMatchObject({
      faultName: 'MidasSystemException',
      text: 'MIDAS gave no answer that can be read',
    });
    expect(String((fault.cause as Error).stack)).not.toMatch(/SESAME|<T>/);
  });

  it.each([
    [401, 'MIDAS did not accept this service'],
    [403, 'MIDAS did not accept this service'],
    [404, 'MIDAS gave no answer that can be read'],
    [500, 'MIDAS gave no answer that can be read'],
  ])('cannot be read from an answer of HTTP status %i', async (status, text) => {
    const url = await listening((_request, response) => void response.writeHead(status).end('{}'));
    expect(await faultOf(read(clientOf(url)))).toMatchObject({ faultName: 'MidasSystemException', text });
  });

  it('are declined by a failure of HTTP status 200', async () => {
    const body = JSON.stringify(failure('VOIPLineMigrationDetails'));
    const url = await listening((_request, response) => void response.end(body));
    expect(await faultOf(read(clientOf(url)))).toMatchObject({ text: '10199 Line is locked' });
  });

  it('cannot be read when nobody listens', async () => {
    const { url, close } = await startMidasSimulator(new MidasSimulator([known]));
    await close();
    expect(await faultOf(read(clientOf(url)))).toMatchObject({
      faultName: 'MidasSystemException',
      text: 'MIDAS could not be called',
    });
  });
});

const failure = (operation: string) => ({
  [operation]: {
    failure: {
      fault: [{ type: 'BUSINESS', code: '10199', description: 'Line is locked', severity: 'ERROR' }],
    },
  },
});

describe('the status of a line', () => {
  it('is set, and set again', async () => {
    const { simulator, url } = await simulated();
    const midas = clientOf(url);
    await update(midas);
    await update(midas);
    const set = { status: 'Complete', comments: 'Work order 700001', originator: 'urn:example:crm' };
    expect(simulator.state()).toMatchObject({
      effects: 2,
      lines: [{ telephone: '447874384949', status: 'Complete', history: [set, set] }],
    });
  });

  it('is set as the contract says', async () => {
    const bodies: unknown[] = [];
    const url = await listening(async (request, response) => {
      bodies.push(request.headers['content-type'], JSON.parse((await request.toArray()).join('')));
      response.end('{}');
    });
    const failed = { status: 'Fail-Open WO', reason: 'open', reasonCode: '10465' } as const;
    await clientOf(url).updateStatus(
      { telephoneNumber: '447874384949', ...failed },
      'urn:example:crm',
      aCall(),
    );
    expect(bodies).toEqual([
      'application/json',
      {
        UpdateVOIPLineMigrationStatus: {
          telephoneNumber: '447874384949',
          activity: { name: 'VOIPMigration', task: { name: 'CreateWorkOrder', ...failed } },
        },
      },
    ]);
  });

  it.each<[SimulatedMidasFault, object, number]>([
    ['update-refused', { faultName: 'MidasBusinessException', text: '10199 Line is locked' }, 0],
    ['update-error', { faultName: 'MidasSystemException', text: '2020 Unexpected Error' }, 0],
    ['update-timeout', { faultName: 'MidasSystemException', text: 'MIDAS gave no answer in time' }, 0],
    ['update-silent', { faultName: 'MidasSystemException', text: 'MIDAS gave no answer in time' }, 1],
    ['update-unreadable', { faultName: 'MidasSystemException' }, 1],
  ])('meets %s on demand, once', async (fault, expected, effects) => {
    const { simulator, url } = await simulated();
    const midas = clientOf(url, short);
    simulator.provoke(fault, 1);
    expect(await faultOf(update(midas))).toMatchObject(expected);
    expect(simulator.state().effects).toBe(effects);
    await update(midas);
  });

  it.each<[SimulatedMidasFault, number]>([
    ['update-reset', 1],
    ['update-answer-lost', 2],
  ])('is set again when the connection breaks: %s', async (fault, effects) => {
    const { simulator, url } = await simulated();
    simulator.provoke(fault, 1);
    await update(clientOf(url));
    expect(simulator.state().effects).toBe(effects);
  });

  it.each([
    ['a success', { UpdateVOIPLineMigrationStatus: { success: {} } }],
    ['an object without a word', {}],
  ])('is set when the answer has %s', async (_what, body) => {
    const url = await listening((_request, response) => void response.end(JSON.stringify(body)));
    await expect(update(clientOf(url))).resolves.toBeUndefined();
  });

  it.each([200, 204])('is set when the answer is HTTP status %i, and nothing else', async (status) => {
    const url = await listening((_request, response) => void response.writeHead(status).end());
    await expect(update(clientOf(url))).resolves.toBeUndefined();
  });

  it('is not set when the answer has a failure, of whatever HTTP status', async () => {
    const body = JSON.stringify(failure('UpdateVOIPLineMigrationStatus'));
    const url = await listening((_request, response) => void response.end(body));
    expect(await faultOf(update(clientOf(url)))).toMatchObject({
      faultName: 'MidasBusinessException',
      text: '10199 Line is locked',
    });
  });

  it.each([
    ['both a success and a failure', { UpdateVOIPLineMigrationStatus: { success: {}, failure: {} } }],
    ['a failure without a fault', { UpdateVOIPLineMigrationStatus: { failure: {} } }],
    ['neither', { UpdateVOIPLineMigrationStatus: {} }],
    ['no object in the success', { UpdateVOIPLineMigrationStatus: { success: 'no' } }],
    ['the failure of another operation', failure('VOIPLineMigrationDetails')],
    ['an error in other words', { error: 'Line is locked' }],
    ['nothing', null],
    ['a list', []],
    ['a word', 'no'],
  ])('may not be set when the answer has %s', async (_what, body) => {
    const url = await listening((_request, response) => void response.end(JSON.stringify(body)));
    expect(await faultOf(update(clientOf(url)))).toMatchObject({
      faultName: 'MidasSystemException',
      text: 'MIDAS gave no answer that can be read',
    });
  });

  it('is refused by the simulator without an originator', async () => {
    const { simulator, url } = await simulated();
    const fault = await faultOf(clientOf(url).updateStatus(complete, '', aCall()));
    expect(fault).toMatchObject({
      faultName: 'MidasBusinessException',
      text: '10008 VMMD-originatorURI is missing',
    });
    expect(simulator.state().effects).toBe(0);
  });

  it('meets what its line provokes every other time', async () => {
    const { simulator, url } = await simulated();
    const midas = clientOf(url);
    const report = { ...complete, telephoneNumber: '447700900132' };
    const again = () => midas.updateStatus(report, 'urn:example:crm', aCall());
    await faultOf(again());
    await again();
    await faultOf(again());
    expect(simulator.state()).toMatchObject({ calls: 3, effects: 1 });
  });
});
