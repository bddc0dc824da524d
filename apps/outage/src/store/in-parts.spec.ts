import type { Customer } from '@trunkline/contracts/outage';
import { compareCustomers, inParts } from './in-parts';

/** In no order: 7,919 is prime. */
const scattered = (count: number, make: (number: number) => Customer): Customer[] =>
  Array.from({ length: count }, (_, index) => make(1_000_000 + ((index * 7_919) % count)));

const keyOf = ({ accountId = '', spId = '' }: Customer) => `${accountId} ${spId}`;

describe('a long list in parts', () => {
  it.each<[string, Customer[]]>([
    ['accounts', scattered(10_000, (number) => ({ accountId: String(number) }))],
    ['service points', scattered(10_000, (number) => ({ spId: String(number) }))],
    [
      'service points of one account',
      scattered(10_000, (number) => ({ accountId: '1', spId: String(number) })),
    ],
  ])('has the same %s, those of each part after those before it', async (_what, customers) => {
    const parts = await inParts(customers, 1_000, compareCustomers);
    expect(parts).toHaveLength(10);
    for (const part of parts) expect(Math.abs(part.length - 1_000)).toBeLessThan(400);
    const sorted = parts.flatMap((part) => part.map(keyOf).sort());
    expect(sorted).toEqual(customers.map(keyOf).sort());
  });

  it.each([
    ['nobody', [], [[]]],
    ['few', [{ accountId: '2' }, { accountId: '1' }], [[{ accountId: '2' }, { accountId: '1' }]]],
  ])('is one part of %s', async (_what, customers, parts) => {
    expect(await inParts(customers, 2, compareCustomers)).toEqual(parts);
  });

  it('may be the same customer all over', async () => {
    const parts = await inParts(
      Array.from({ length: 50 }, () => ({ accountId: '1' })),
      10,
      compareCustomers,
    );
    expect(parts.flat()).toHaveLength(50);
  });
});
