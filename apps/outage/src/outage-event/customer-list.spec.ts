import { changeOf, ListChanges } from './customer-list';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((accountId) => ({ accountId }));

describe('the list of customers', () => {
  it.each([
    ['stays without customerInformation', undefined, undefined],
    ['stays where customerInformation names none', {}, undefined],
    ['is replaced', { customers: [a!] }, { replaces: true, lists: [[a]] }],
    [
      'is replaced by an empty one',
      { incrementalUpdate: false, customers: [] },
      { replaces: true, lists: [[]] },
    ],
    ['is added to', { incrementalUpdate: true, customers: [a!] }, { replaces: false, lists: [[a]] }],
  ])('%s', (_what, information, change) => {
    expect(changeOf(information)).toEqual(change);
  });

  it('is what the last replacement and everything after it says', () => {
    const changes = new ListChanges();
    for (const customers of [[a!], [b!]]) changes.add('1', changeOf({ customers })!);
    for (const customers of [[c!], [d!]]) changes.add('1', changeOf({ incrementalUpdate: true, customers })!);
    changes.add('2', changeOf({ incrementalUpdate: true, customers: [a!] })!);
    expect([...changes]).toEqual([
      ['1', { replaces: true, lists: [[b], [c], [d]] }],
      ['2', { replaces: false, lists: [[a]] }],
    ]);
  });
});
