import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { accountsContract } from '@trunkline/contracts/accounts';
import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { ask, deliver, errorOf, eventOf, root } from './deliver';
import { startAccounts } from './start-accounts';

const published = readFileSync(
  join(
    accountsContract.folder,
    'party-account-create-event/samples/creates-an-account-from-the-published-example/request.json',
  ),
  'utf8',
);

eachDatabase((place) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startAccounts(place());
  });
  afterAll(() => service.close());

  const send = (event: string, headers?: Record<string, string>) => deliver(service.url, event, headers);
  const account = (name: string) => ask(service.url, `/partyAccount/account-${name}`);
  const total = async (filter: string) =>
    (await ask(service.url, `/partyAccount?${filter}`)).headers.get('x-total-count');

  describe('an account', () => {
    it('of the published example is given back whole', async () => {
      expect((await send(published)).status).toBe(201);
      const { event } = JSON.parse(published) as { event: { partyAccount: object } };
      const { status, text } = await account('1');
      expect({ status, account: JSON.parse(text) as object }).toEqual({
        status: 200,
        account: event.partyAccount,
      });
      expect(text).toBe(JSON.stringify(event.partyAccount));
    });

    it.each([
      ['money', '"creditLimit":{"unit":"USD","value":19.90}'],
      ['big-numbers', '"points":12345678901234567890,"tiny":1e-400,"more":[1.0,-0,1E+2]'],
      ['order', '"z":1,"10":2,"9":3,"a":4'],
      ['prototype', '"__proto__":{"admin":true},"constructor":{"prototype":1},"toString":"x"'],
      ['unicode', '"nickname":"Zoë 😀 \u2028"'],
      ['nothing', '"description":null,"notes":[null,{},[]]'],
      ['shift-as-text', '"billStructure":{"cycleSpecification":{"billingDateShift":"1"}}'],
      ['shift-as-number', '"billStructure":{"cycleSpecification":{"billingDateShift":-3}}'],
    ])('with %s is given back as it came', async (name, attributes) => {
      expect((await send(eventOf(name, `,${attributes}`))).status).toBe(201);
      const came = `{"id":"account-${name}","name":"Ann Example","relatedParty":[{"id":"party-${name}"}],${attributes}}`;
      expect((await account(name)).text).toBe(came);
    });

    it('is created with an empty answer and no address', async () => {
      const { status, headers, text } = await send(eventOf('bare'));
      expect({ status, text, length: headers.get('content-length') }).toEqual({
        status: 201,
        text: '',
        length: '0',
      });
      expect([headers.get('location'), headers.get('content-type')]).toEqual([null, null]);
    });

    it('without an id gets one', async () => {
      const event =
        '{"eventId":"event-idless","event":{"partyAccount":{"name":"Ida","relatedParty":[{"id":"party-idless"}]}}}';
      expect([(await send(event)).status, (await send(event)).status]).toEqual([201, 201]);
      const { text } = await ask(service.url, '/partyAccount?relatedParty.id=party-idless');
      const [found] = JSON.parse(text) as { id: string }[];
      expect((await ask(service.url, `/partyAccount/${found!.id}`)).text).toBe(text.slice(1, -1));
    });

    it('may have no number and no user name, like any other', async () => {
      for (const name of ['empty-1', 'empty-2']) {
        expect((await send(eventOf(name, ',"accountNumber":"","username":""'))).status).toBe(201);
      }
    });

    it('is read from a compressed message', async () => {
      const answer = await fetch(`${service.url}${root}/listener/partyAccountCreateEvent`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync(eventOf('gzip')),
      });
      expect(answer.status).toBe(201);
    });
  });

  describe('an amount', () => {
    it.each([
      ['1.99E1', ['1.99e1', '19.90', '199E-1']],
      ['1E+2', ['100']],
      [`1${'0'.repeat(41)}`, ['1e41', '10.0E40']],
      ['-1.5e-41', [`-0.${'0'.repeat(40)}15`]],
      ['1e999999999', ['10E999999998']],
      ['9'.repeat(900), [`${'9'.repeat(900)}.0`]],
    ])('of %s is given back as it came, and is the same however it is written', async (amount, others) => {
      const name = hash('sha256', amount);
      const event = (value: string) => eventOf(name, `,"creditLimit":{"value":${value}}`);
      for (const spelling of [amount, ...others]) {
        expect((await send(event(spelling))).status).toBe(201);
        const filter = `relatedParty.id=party-${name}&creditLimit.value=${encodeURIComponent(spelling)}`;
        const { text } = await ask(service.url, `/partyAccount?${filter}&fields=creditLimit`);
        expect(text).toBe(`[{"id":"account-${name}","creditLimit":{"value":${amount}}}]`);
      }
    });
  });

  describe('a notification that comes again', () => {
    it.each([
      ['as it was', (event: string) => event],
      ['with blanks', (event: string) => event.replaceAll(',', ' ,\n\t')],
      ['in another order', (event: string) => event.replace(/^\{("eventId":"[^"]*"),(.*)\}$/, '{$2,$1}')],
      ['with another spelling of its numbers', (event: string) => event.replace('19.90', '1.99E1')],
      ['with another spelling of its texts', (event: string) => event.replace('Ann', '\\u0041nn')],
    ])('%s is not done again', async (how, change) => {
      const event = eventOf(how.replaceAll(' ', '-'), ',"creditLimit":{"value":19.90}');
      expect((await send(event)).status).toBe(201);
      expect((await send(change(event))).status).toBe(201);
      expect(await total(`relatedParty.id=party-${how.replaceAll(' ', '-')}`)).toBe('1');
    });

    it.each([
      ['one more attribute', (event: string) => event.replace('"name"', '"state":"active","name"')],
      ['another number', (event: string) => event.replace('19.90', '19.91')],
      ['a text for a number', (event: string) => event.replace('1e400', '"1e400"')],
      ['a number that a double cannot tell apart', (event: string) => event.replace('4567890', '4567891')],
      ['a list in another order', (event: string) => event.replace('[1,2]', '[2,1]')],
    ])('with %s is refused', async (how, change) => {
      const name = how.replaceAll(' ', '-');
      const event = eventOf(name, ',"n":12345678901234567890,"m":19.90,"h":1e400,"l":[1,2]');
      await send(event);
      const answer = await send(change(event));
      expect(answer.status).toBe(409);
      expect(errorOf(answer)['message']).toMatch(/^\/eventId came before with other content\./);
    });

    it('after it was refused is a new one', async () => {
      const broken = eventOf('corrected', ',"creditLimit":5');
      expect((await send(broken)).status).toBe(400);
      expect((await account('corrected')).status).toBe(404);
      expect((await send(broken.replace(',"creditLimit":5', ''))).status).toBe(201);
    });
  });

  describe('an account that collides', () => {
    it.each([
      ['id', 'account-taken', '"id":"account-taken"'],
      ['accountNumber', '4711', '"accountNumber":"4711"'],
      ['username', 'taken', '"username":"taken"'],
    ])('by its %s is refused and kept nowhere', async (attribute, _value, taken) => {
      await send(eventOf('taken', ',"accountNumber":"4711","username":"taken"'));
      const identified = taken.startsWith('"id"') ? taken : `"id":"account-${attribute}",${taken}`;
      const event = `{"eventId":"event-by-${attribute}","event":{"partyAccount":{"name":"N","relatedParty":[{"id":"party-by-${attribute}"}],${identified}}}}`;
      const answer = await send(event);
      expect({ status: answer.status, ...errorOf(answer) }).toMatchObject({
        status: '409',
        code: 'Conflict',
        message: `Another account has this /event/partyAccount/${attribute}.`,
      });
      expect(await total(`relatedParty.id=party-by-${attribute}`)).toBe('0');
    });
  });
});
