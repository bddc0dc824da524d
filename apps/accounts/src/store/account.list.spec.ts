import { eachMigrated } from '@trunkline/testing';
import { sql } from 'kysely';
import { AccountList } from './account.list';
import { accountMigrations, type AccountTables } from './accounts.table';
import { everyAccount, termOf } from './terms';

/** Enough that lists of every second and of every third account are read in parts. */
const count = 340_000;

const even = { attribute: 'state', value: 'active' };
const third = { attribute: 'accountType', value: 'residential' };
const rare = { attribute: 'paymentStatus', value: 'due' };
const nobody = { attribute: 'state', value: 'suspended' };

/** Which accounts, by their number, have a value. */
const holders = new Map([
  [everyAccount, 1],
  [even, 2],
  [third, 3],
  [rare, 50_000],
]);

eachMigrated<AccountTables>(accountMigrations, (database) => {
  let list: AccountList;

  beforeAll(async () => {
    const { query } = database();
    list = new AccountList(database());
    const numbers = sql`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${sql.lit(count)})`;
    await sql`
      INSERT INTO account (event_id, fingerprint, account_id, envelope, content, created_at)
      ${numbers} SELECT 'e' || n, '', 'a' || n, '{}', '' || n, '' FROM numbers ORDER BY n`.execute(query);
    for (const [value, step] of holders)
      await sql`
        INSERT INTO account_term (term, sequence)
        ${numbers} SELECT ${sql.lit(termOf(value))}, n FROM numbers WHERE n % ${sql.lit(step)} = 0`.execute(
        query,
      );
  }, 60_000);

  it.each([
    ['every account', [], 1],
    ['a half of them', [even], 2],
    ['what two long lists have in common', [even, third], 6],
    ['what three have in common', [third, rare, even], 150_000],
    ['a short list', [rare], 50_000],
    ['a short list and a long one', [even, rare], 50_000],
    ['nothing', [third, nobody], Infinity],
  ])('of %s is whole, wherever it is cut', async (_what, filters, step) => {
    const total = Math.floor(count / step);
    for (const offset of [0, 7, 16_665, 49_990, 99_999, 113_330, total - 3, total, total + 1].filter(
      (each) => each >= 0,
    )) {
      const page = await list.page(filters, { offset, limit: 20 });
      const numbers = Array.from({ length: 20 }, (_, at) => (offset + at + 1) * step).filter(
        (n) => n <= count,
      );
      expect(page).toEqual({ total, contents: numbers.map(String) });
    }
  });

  it('keeps nobody waiting until a long list is read', async () => {
    let done = false;
    const listing = list.page([even, third], { offset: 0, limit: 20 }).then(() => (done = true));
    let reads = 0;
    for (; !done; reads++) await database().query.selectFrom('listener').select('id').execute();
    await listing;
    expect(reads).toBeGreaterThan(7);
  });
});
