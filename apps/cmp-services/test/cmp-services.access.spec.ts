import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import type { RunningService } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import type { CmpTables } from '../src/store/cmp.tables';
import { creation, query, send, startCmp } from './cmp-client';

/** `gëheim:1`, `2` and `3`, at a cost that tests can pay; that of the last one takes a while. */
const CMP_USERS = `
  crm:scrypt.10.8.1.O0E9A5VobcWNuvArkIDNZQ.MGyc6IiNDimjVshp2nNkpmYcugUMAkv37yOSJ0SNROk
  web:scrypt.10.8.1.rlOSalSnUr0e79azxMPUmQ.ZvYIeb3n9tH9YS70e3hR4RwMOzeZSK2mJ5uTt4snfYQ:QuerySubscriptionServices
  slow:scrypt.14.8.1.YfuZKFphfOeqavLCR4XRyA.JgBg6MqOb7OqQX33pllrDQiE0v3cg5FyOdG7s_EeATk`;

function basic(name: string, password: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` };
}

eachDatabase((place) => {
  let running: RunningService;

  beforeAll(async () => {
    running = await startCmp(place(), { CMP_USERS });
  });

  afterAll(() => running.close());

  it.each([
    ['nothing', {}],
    ['a wrong password', basic('crm', '2')],
    ['an unknown name', basic('nobody', '2')],
    ['no password', basic('crm', '')],
    ['another scheme', { authorization: 'Bearer 2' }],
    ['no base64', { authorization: 'Basic ***' }],
  ])('asks who gives %s for name and password', async (_what, headers) => {
    const answer = await fetch(`${running.url}${cmpServicesContract.path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', ...headers },
      body: 'what is not read',
    });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="CMP services", charset="UTF-8"',
    ]);
    expect(await answer.text()).toMatch(/<faultcode>env:Client<.*Name and password are missing or wrong/s);
  });

  it('asks before anything of the body has come', async () => {
    const asked = request(`${running.url}${cmpServicesContract.path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', 'content-length': 1000 },
    });
    asked.flushHeaders();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(401);
    await text(answer);
    asked.destroy();
  });

  it('lets in who is known, and writes down who it was', async () => {
    expect(await send(running.url, creation(), basic('crm', 'gëheim:1'))).toMatchObject({ status: 200 });
    const { query: kysely } = running.app.get<Database<CmpTables>>(Database);
    const rows = await kysely.selectFrom('created_service').select('authenticated_user').execute();
    expect(rows).toEqual([{ authenticated_user: 'crm' }]);
  });

  it('answers a SecurityFault to who is known and not allowed, and does nothing', async () => {
    const fields = { effectiveDate: '2025-01-01', serviceCode: 'INSURE' };
    const { status, text } = await send(running.url, creation(fields), basic('web', '2'));
    expect(status).toBe(500);
    expect(text).toContain(
      '<faultcode>env:Server</faultcode><faultstring>The user is not allowed to call this operation</faultstring>' +
        '<detail><ns4:SecurityFault xmlns:ns4="http://mdsuk.com/ws/dise3g/fault/exception"><Details>' +
        '<MessageId>CMP3001</MessageId><MessageText>The user is not allowed to call this operation</MessageText>' +
        '</Details></ns4:SecurityFault></detail>',
    );
    expect((await send(running.url, query(2), basic('web', '2'))).text).not.toContain('INSURE');
  });

  it('lets who is known in at once while a flood of wrong passwords is checked, as far as it is', async () => {
    expect((await send(running.url, query(2), basic('slow', '3'))).status).toBe(200);
    const guesses = Array.from({ length: 200 }, (_, at) =>
      send(running.url, query(2), basic('slow', `no ${at}`)),
    );
    let guessing = true;
    const flood = Promise.all(guesses).finally(() => (guessing = false));
    expect((await send(running.url, query(2), basic('slow', '3'))).status).toBe(200);
    expect(guessing).toBe(true);
    const answers = await flood;
    const checked = answers.filter(({ status }) => status === 401);
    const others = answers.filter(({ status }) => status !== 401);
    // Those that came first, and those that came when the first were checked.
    expect(checked.length).toBeLessThan(others.length);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([500]));
    expect(others[0]!.text).toMatch(
      /<faultcode>env:Server<.*Too many passwords are being checked at present/s,
    );
    expect((await send(running.url, query(2), basic('slow', '3'))).status).toBe(200);
  });

  it('shows the contract to everybody', async () => {
    expect((await fetch(`${running.url}${cmpServicesContract.path}?wsdl`)).status).toBe(200);
  });
});

it.each([
  ['that it cannot read', { CMP_USERS: 'crm:secret' }, 'CMP_USERS: entry 1 is not'],
  ['of whom there is none', { CMP_USERS: ' ' }, 'CMP_USERS is set but names nobody'],
])('does not start with users %s', async (_what, env, message) => {
  const place = { url: undefined, folder: '/nonexistent' };
  await expect(startCmp(place, env)).rejects.toThrow(message);
});
