import { join } from 'node:path';
import { bundle, eachDatabase, killUnderLoad, ServiceProcess, settingsOf } from '@trunkline/testing';
import { ask, deliver, post } from './deliver';
import { startReceiver } from './receiver';

const rounds = 5;
const deadly = 'deadly-';

const eventOf = (id: string) =>
  `{"eventId":"${id}","event":{"partyAccount":{"id":"${id}","name":"N","relatedParty":[{"id":"p-${id}"}]}}}`;

eachDatabase((place) => {
  let main: string;

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-accounts.ts'), 'crash-accounts');
  }, 60_000);

  const start = (env: Record<string, string> = {}) =>
    ServiceProcess.start(main, { ...settingsOf(place()), ...env });
  const total = async (url: string, filter: string) =>
    (await ask(url, `/partyAccount?${filter}`)).headers.get('x-total-count');

  it('answers 201 when it was killed between commit and answer, and has one account', async () => {
    const id = `${deadly}1`;
    const killed = await start();
    await expect(deliver(killed.url, eventOf(id))).rejects.toThrow();
    await killed.gone;
    const service = await start();
    expect((await deliver(service.url, eventOf(id))).status).toBe(201);
    expect(await total(service.url, `id=${id}`)).toBe('1');
    await service.kill();
  }, 60_000);

  it('announces what it had committed when it was killed', async () => {
    const receiver = await startReceiver();
    const env = { ACCOUNTS_CALLBACK_HOSTS: receiver.host, ACCOUNTS_CALLBACK_NETWORKS: '127.0.0.0/8' };
    const killed = await start(env);
    await post(killed.url, '/hub', JSON.stringify({ callback: `http://${receiver.host}/` }));
    await expect(deliver(killed.url, eventOf(`${deadly}2`))).rejects.toThrow();
    await killed.gone;
    const service = await start(env);
    expect((await receiver.until(1))[0]!.body).toContain(`"id":"${deadly}2"`);
    await service.kill();
    await receiver.close();
  }, 60_000);

  it(`keeps what it acknowledged, once, through ${rounds} kills under load`, async () => {
    const { sent, answered } = await killUnderLoad(
      rounds,
      start,
      async (url, number) => (await deliver(url, eventOf(`load-${number}`))).status === 201,
    );
    const service = await start();
    for (const number of answered) expect(await total(service.url, `id=load-${number}`)).toBe('1');
    for (let n = 0; n < sent; n++)
      expect((await deliver(service.url, eventOf(`load-${n}`))).status).toBe(201);
    expect(await total(service.url, 'name=N')).toBe(String(sent + 2));
    await service.kill();
  }, 120_000);
});
