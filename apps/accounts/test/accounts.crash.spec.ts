import { join } from 'node:path';
import { bundle, eachDatabase, ServiceProcess } from '@trunkline/testing';
import { ask, deliver, post } from './deliver';
import { startReceiver } from './receiver';

const rounds = 5;
const senders = 16;
const deadly = 'deadly-';

const eventOf = (id: string) =>
  `{"eventId":"${id}","event":{"partyAccount":{"id":"${id}","name":"N","relatedParty":[{"id":"p-${id}"}]}}}`;

eachDatabase((place) => {
  let main: string;

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-accounts.ts'), 'crash-accounts');
  }, 60_000);

  const start = (env: Record<string, string> = {}) => {
    const { url, folder } = place();
    const database: Record<string, string> =
      url === undefined ? { DATA_FOLDER: folder } : { DATABASE_URL: url };
    return ServiceProcess.start(main, {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...database,
      ...env,
    });
  };
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
    const acknowledged = new Set<string>();
    let next = 0;
    for (let round = 0; round < rounds; round++) {
      const service = await start();
      const enough = acknowledged.size + 20 + 13 * round;
      const send = async (): Promise<void> => {
        for (;;) {
          const id = `load-${next++}`;
          if ((await deliver(service.url, eventOf(id))).status === 201) acknowledged.add(id);
          if (acknowledged.size >= enough) return service.kill();
        }
      };
      await Promise.allSettled(Array.from({ length: senders }, send));
      await service.gone;
    }
    const service = await start();
    for (const id of acknowledged) expect(await total(service.url, `id=${id}`)).toBe('1');
    for (let n = 0; n < next; n++)
      expect((await deliver(service.url, eventOf(`load-${n}`))).status).toBe(201);
    expect(await total(service.url, 'name=N')).toBe(String(next + 2));
    await service.kill();
  }, 120_000);
});
