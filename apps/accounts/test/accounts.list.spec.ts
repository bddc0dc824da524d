import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { ask, deliver, eventOf } from './deliver';
import { startAccounts } from './start-accounts';

const count = 25;

eachDatabase((place) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startAccounts(place());
    for (let n = 0; n < count; n++) {
      const contact = `"contact":[{"contactMedium":[{"preferred":${n % 5 === 0},"characteristic":{"city":"City ${n % 3}"}},{"characteristic":{"city":"Common"}}]}]`;
      const attributes = `,"state":"${n % 2 === 0 ? 'active' : 'closed'}","creditLimit":{"value":${n}.50},${contact},"extra":${n}`;
      await deliver(service.url, eventOf(String(n), attributes));
    }
  });
  afterAll(() => service.close());

  const list = async (query: string) => {
    const { status, headers, text } = await ask(service.url, `/partyAccount${query}`);
    const accounts = JSON.parse(text) as { id: string }[];
    const ids = accounts.map(({ id }) => Number(id.replace('account-', '')));
    return { status, ids, total: headers.get('x-total-count'), result: headers.get('x-result-count'), text };
  };
  const all = Array.from({ length: count }, (_, n) => n);

  it('has every account in the order in which they came', async () => {
    expect(await list('')).toMatchObject({ status: 200, ids: all, total: '25', result: '25' });
  });

  it('comes in parts that fit together', async () => {
    const parts = [
      await list('?limit=10'),
      await list('?limit=10&offset=10'),
      await list('?limit=10&offset=20'),
    ];
    expect(parts.map(({ status, result, total }) => [status, result, total])).toEqual([
      [206, '10', '25'],
      [206, '10', '25'],
      [206, '5', '25'],
    ]);
    expect(parts.flatMap(({ ids }) => ids)).toEqual(all);
    expect(await list('?offset=25')).toMatchObject({ status: 206, ids: [], total: '25', result: '0' });
  });

  it.each([
    ['an attribute', 'state=active', (n: number) => n % 2 === 0],
    ['an attribute in a list', 'relatedParty.id=party-7', (n: number) => n === 7],
    [
      'an attribute in a list in a list',
      'contact.contactMedium.characteristic.city=City%202',
      (n: number) => n % 3 === 2,
    ],
    ['what stands in any item', 'contact.contactMedium.characteristic.city=Common', () => true],
    ['a flag', 'contact.contactMedium.preferred=true', (n: number) => n % 5 === 0],
    ['a number', 'creditLimit.value=3.5', (n: number) => n === 3],
    ['a number with more zeros', 'creditLimit.value=3.500', (n: number) => n === 3],
    [
      'two attributes',
      'state=active&contact.contactMedium.characteristic.city=City%201',
      (n: number) => n % 2 === 0 && n % 3 === 1,
    ],
    [
      'three attributes',
      'state=active&contact.contactMedium.preferred=true&id=account-10',
      (n: number) => n === 10,
    ],
    ['what nobody has', 'state=suspended', () => false],
    ['a part of a text', 'name=Ann', () => false],
    ['what no text has', 'id=account-1%00', () => false],
    ['another case', 'state=ACTIVE', () => false],
  ])('is filtered by %s', async (_, filter, holds) => {
    const ids = all.filter(holds);
    expect(await list(`?${filter}`)).toMatchObject({ status: 200, ids, total: String(ids.length) });
  });

  it('is filtered and cut', async () => {
    const closed = await list('?state=closed&offset=2&limit=3');
    expect(closed).toMatchObject({ status: 206, ids: [5, 7, 9], total: '12', result: '3' });
  });

  it('has of each account what was asked for, exactly', async () => {
    const { text } = await list('?id=account-3&fields=creditLimit,extra,nothing');
    expect(text).toBe('[{"id":"account-3","creditLimit":{"value":3.50},"extra":3}]');
    expect((await list('?id=account-3&fields=none')).text).toBe('[{"id":"account-3"}]');
  });

  it.each([
    'foo=1',
    'relatedParty=1',
    'extra=1',
    'limit=1001',
    'limit=x',
    'offset=-1',
    'limit=',
    'fields=',
    'fields=a,,b',
    'state=a&state=b',
    '__proto__=1',
    'sort=name',
  ])('is refused for %s', async (query) => {
    const { status, text } = await ask(service.url, `/partyAccount?${query}`);
    expect(status).toBe(400);
    expect(text).toContain(`The query parameter ${query.split('=')[0]} `);
  });
});
