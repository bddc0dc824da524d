import { eachDatabase } from '@trunkline/testing';
import { ask, deliver, errorOf, eventOf, post, root } from './deliver';
import { startReceiver } from './receiver';
import { startAccounts } from './start-accounts';

eachDatabase((place) => {
  describe('the hub', () => {
    it('registers a listener that is told of the next account, and no more when it has left', async () => {
      const receiver = await startReceiver();
      const env = { ACCOUNTS_CALLBACK_HOSTS: receiver.host, ACCOUNTS_CALLBACK_NETWORKS: '127.0.0.0/8' };
      const service = await startAccounts(place(), env);
      const callback = `http://${receiver.host}/accounts`;
      const registered = await post(service.url, '/hub', JSON.stringify({ callback }));
      const { id } = JSON.parse(registered.text) as { id: string };
      expect([registered.status, registered.headers.get('location')]).toEqual([201, `${root}/hub/${id}`]);
      expect(errorOf(await post(service.url, '/hub', JSON.stringify({ callback })))).toMatchObject({
        code: 'ListenerExists',
      });

      await deliver(service.url, eventOf('announced', ',"creditLimit":{"value":19.90}'));
      const { body } = (await receiver.until(1))[0]!;
      expect(body).toContain('"event":{"partyAccount":{"id":"account-announced",');
      expect(body).toContain('"value":19.90');

      const left = await ask(service.url, `/hub/${id}`, { method: 'DELETE' });
      expect([left.status, left.text]).toEqual([204, '']);
      expect((await ask(service.url, `/hub/${id}`, { method: 'DELETE' })).status).toBe(404);
      await deliver(service.url, eventOf('unannounced'));
      await service.close();
      expect(receiver.received).toHaveLength(1);
      await receiver.close();
    });

    it.each(['event', 'payload'])('tells what stood beside the account in its %s', async (carrier) => {
      const receiver = await startReceiver();
      const env = { ACCOUNTS_CALLBACK_HOSTS: receiver.host, ACCOUNTS_CALLBACK_NETWORKS: '127.0.0.0/8' };
      const service = await startAccounts(place(), env);
      const callback = `http://${receiver.host}/${carrier}`;
      await post(service.url, '/hub', JSON.stringify({ callback }));

      const account = `{"id":"account-in-${carrier}","name":"N","relatedParty":[{"id":"1"}]}`;
      const content = `{"other":{"a":1.10},"partyAccount":${account}}`;
      await deliver(service.url, `{"eventId":"in-${carrier}","outer":1.10,"${carrier}":${content}}`);
      const { body } = (await receiver.until(1))[0]!;
      expect(body).toContain('"outer":1.10,');
      expect(body).toContain(`"event":${content}`);
      expect(body).not.toContain('"payload"');
      await service.close();
      await receiver.close();
    });

    it('refuses a callback that leads inside', async () => {
      const service = await startAccounts(place(), { ACCOUNTS_CALLBACK_HOSTS: '169.254.169.254,localhost' });
      const answer = await post(
        service.url,
        '/hub',
        '{"callback":"http://169.254.169.254/latest/meta-data"}',
      );
      expect(answer.status).toBe(400);
      expect(errorOf(answer)['message']).toBe('/callback must not be at a private or special address.');
      await service.close();
    });
  });
});
