import { eachDatabase } from '@trunkline/testing';
import { ids, knownLine, migrate, said, send } from './migration-message';
import { type RunningMigration, runMigration } from './running-migration';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

eachDatabase((place) => {
  const [orders, midas] = [aWorkOrdersSimulator(), aMidasSimulator()];
  let migration: RunningMigration;
  const ask = (headers: Record<string, string>, line = knownLine) =>
    migrate(migration.service.url, line, headers);

  beforeAll(async () => {
    migration = await runMigration(place(), orders, midas);
  }, 30_000);
  afterAll(() => migration.close());
  afterEach(async () => {
    await migration.jobsDone();
    orders.reset();
    midas.reset();
  });

  it('answers a repetition byte for byte, headers and all, and does nothing for it', async () => {
    const first = await ask(ids('a-1'));
    const again = await ask(ids('a-1'));
    expect({ ...again, headers: withoutDate(again.headers) }).toEqual({
      ...first,
      headers: withoutDate(first.headers),
    });
    expect(said(first).orderNumber).toBe('2610411850301');
    expect([orders.state().calls, midas.state().calls]).toEqual([1, 2]);
  });

  it('answers a repetition of what was declined the same, and does nothing for it', async () => {
    orders.provoke('business-refusal', 1);
    const first = await ask(ids('a-2'));
    expect(await ask(ids('a-2'))).toMatchObject({ status: 400, text: first.text });
    expect([orders.state().calls, midas.state().calls]).toEqual([1, 2]);
  });

  it('does not send the work order again that failed', async () => {
    orders.provoke('system-error', 1);
    const first = await ask(ids('a-3'));
    expect(await ask(ids('a-3'))).toMatchObject({ status: 500, text: first.text });
    expect(orders.state()).toMatchObject({ calls: 1, askedTwice: [] });
  });

  it('tries again what failed before anything was sent', async () => {
    midas.provoke('details-error', 1);
    expect((await ask(ids('a-4'))).status).toBe(500);
    expect(said(await ask(ids('a-4'))).orderNumber).toBe('2610411850301');
  });

  it('refuses other content under the same ids', async () => {
    await ask(ids('a-5'));
    const other = await ask(ids('a-5'), { ...knownLine, telephone: '447874384950', account: '104118504' });
    expect(said(other)).toMatchObject({ status: 400, faults: ['10685 10008'] });
    expect(other.text).toContain('VMMD-messageID was sent before by this sender');
    expect(orders.state().calls).toBe(1);
  });

  it.each([
    ['no ids', {}],
    ['no sender', { 'VMMD-messageID': 'a-6' }],
    ['no message id', { 'VMMD-senderURI': 'urn:example:crm' }],
    ['an empty message id', ids('')],
  ])('takes every request with %s for itself', async (_what, headers) => {
    expect(said(await ask(headers)).orderNumber).toBe('2610411850301');
    expect(said(await ask(headers)).faults).toEqual(['10685 10465']);
  });

  it('refuses an id that is too long for the back ends, and gives it back', async () => {
    const long = 'm'.repeat(256);
    const refused = await ask(ids(long));
    expect(said(refused)).toMatchObject({ status: 400, faults: ['10685 10008'] });
    expect(refused.text).toContain('VMMD-messageID must have at most 255 characters');
    expect(refused.headers).toMatchObject({ 'vmmd-messageid': long });
    expect([orders.state().calls, midas.state().calls]).toEqual([0, 0]);
  });

  it('takes the same message id of another sender for another message', async () => {
    await ask(ids('a-7'));
    expect(said(await ask(ids('a-7', 'urn:example:portal'))).faults).toEqual(['10685 10465']);
  });

  it('takes a corrected request under ids that were refused', async () => {
    expect((await ask(ids('a-8'), { ...knownLine, telephone: '1' })).status).toBe(400);
    expect(said(await ask(ids('a-8'))).orderNumber).toBe('2610411850301');
  });

  it('gives everybody who sends the same at once the one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(ids('a-9'))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(orders.state().calls).toBe(1);
  });

  it('finds its answers again after a restart', async () => {
    const first = await ask(ids('a-10'));
    await migration.restart();
    expect((await ask(ids('a-10'))).text).toBe(first.text);
    expect(orders.state().calls).toBe(1);
  });

  it('answers a body that is too large as a failure', async () => {
    const body = JSON.stringify({ telephoneNumber: '4'.repeat(2_000_000) });
    const large = await send(migration.service.url, body, ids('a-11'));
    expect(said(large)).toMatchObject({ status: 413, faults: ['10685'] });
    expect(large.headers).toMatchObject({ 'vmmd-messageid': 'a-11', 'vmmd-responsestatus': 'FAILURE' });
  });

  it('hands on to MIDAS who started the process, also when it is told later', async () => {
    midas.provoke('update-error', 2);
    const headers = { 'VMMD-originatorURI': 'urn:example:portal' };
    await ask(headers);
    await migration.jobsDone();
    expect(midas.state().lines).toMatchObject([{ history: [{ originator: 'urn:example:portal' }] }]);
  });
});

function withoutDate({ date: _date, ...headers }: Readonly<Record<string, string>>): Record<string, string> {
  return headers;
}
