import { eachMigrated, plansOf } from '@trunkline/testing';
import { AccountStore, type NewAccount } from './account.store';
import { accountMigrations, type AccountTables } from './accounts.table';

const account: NewAccount = {
  eventId: 'e1',
  fingerprint: 'f1',
  id: 'a1',
  accountNumber: '1',
  username: 'one',
  envelope: '{}',
  content: '{}',
  values: [{ attribute: 'state', value: 'active' }],
  createdAt: '2026-11-22T00:00:00.000Z',
};

const nothing = { accountNumber: undefined, username: undefined };

eachMigrated<AccountTables>(accountMigrations, (database) => {
  let accounts: AccountStore;

  beforeAll(async () => {
    accounts = new AccountStore(database());
    await accounts.create(account, []);
    await accounts.create({ ...account, eventId: 'e0', id: 'a0', ...nothing }, []);
  });

  it.each([
    ['the same notification', { ...account, id: 'made' }, { state: 'repeated' }],
    ['its id with other content', { ...account, fingerprint: 'f2' }, ['eventId']],
    [
      'its id with other content, and what another account has',
      { ...account, fingerprint: 'f2', id: 'a0' },
      ['eventId', 'id'],
    ],
    ['the id of another account', { ...account, eventId: 'e2', ...nothing }, ['id']],
    ['all that another has', { ...account, eventId: 'e2' }, ['id', 'accountNumber', 'username']],
  ])('knows %s', async (_, again, expected) => {
    const collides = Array.isArray(expected) ? { state: 'collides', with: expected } : expected;
    expect(await accounts.create(again, [])).toEqual(collides);
  });

  it('does not take two accounts without number and name for one', async () => {
    const created = ['e3', 'e4'].map((eventId) =>
      accounts.create({ ...account, eventId, id: eventId, ...nothing }, []),
    );
    expect(await Promise.all(created)).toEqual([{ state: 'created' }, { state: 'created' }]);
  });

  it('finds them by an index: there may be millions', async () => {
    if (database().engine !== 'sqlite') return;
    const plans = await plansOf(database(), (noted) => new AccountStore(noted).create(account, []));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/SEARCH a USING INDEX/);
    expect(plans[0]).not.toMatch(/SCAN a\b/);
  });
});
