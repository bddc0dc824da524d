import { andThen, changeOf, noChange } from './customer-list';

const [a, b, c] = ['a', 'b', 'c'].map((accountId) => ({ accountId }));

describe('the list of customers', () => {
  it.each([
    ['stays without customerInformation', undefined, noChange],
    ['stays where customerInformation names none', {}, noChange],
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
    const changes = [{ customers: [a!] }, { customers: [b!] }, { incrementalUpdate: true, customers: [c!] }];
    expect(changes.map(changeOf).reduce(andThen)).toEqual({ replaces: true, lists: [[b], [c]] });
  });
});
