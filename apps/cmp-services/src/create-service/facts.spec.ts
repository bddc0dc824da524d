import type { ServiceData } from '@trunkline/contracts/cmp-services';
import type { CatalogueStore } from '../store/catalogue.store';
import type { CreatedServicesStore } from '../store/created-services.store';
import { FactFinder, referenceOf } from './facts';

it.each([
  ['SUBSCRIPTION', '007', '7'],
  ['SUBSCRIPTION', '000', '0'],
  ['ACCOUNT', '007', '007'],
  ['AGREEMENT', '007', '007'],
] as const)('%s %s is kept as %s', (level, reference, kept) => {
  expect(referenceOf(level, reference)).toBe(kept);
});

it.each([
  ['CustomerLevel', []],
  ['CustomerLevelReference', ['the entries']],
  ['serviceCode', ['the customer']],
  ['effectiveDate', ['the customer', 'the entries']],
])('of a service without %s it is asked for %j', async (missing, expected) => {
  const asked: string[] = [];
  const asking = (what: string) => () => Promise.resolve(asked.push(what));
  const facts = new FactFinder(
    { hasCustomer: asking('the customer'), entriesOf: asking('the entries') } as unknown as CatalogueStore,
    { inTheWay: asking('what is in the way') } as unknown as CreatedServicesStore,
  );
  const known: Partial<ServiceData> = {
    CustomerLevel: 'ACCOUNT',
    CustomerLevelReference: 'A-42',
    serviceCode: 'ADMFEE',
    effectiveDate: '2026-03-01',
  };
  const service = { ...known, [missing]: undefined };
  await facts.find(service);
  expect(await facts.findInTheWay(service)).toEqual([]);
  expect(asked).toEqual(expected);
});
