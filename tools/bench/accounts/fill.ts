import { accountMigrations } from '../../../apps/accounts/src/store/accounts.table';
import { everyAccount, termOf } from '../../../apps/accounts/src/store/terms';
import { fillDatabase, numbers, type RunSql } from '../servers/fill';
import { keptAccounts, suspendedEvery } from './kept-accounts';

const { first, count } = keptAccounts;

const number = `cast(${first} + n AS text)`;
const state = `CASE n % ${suspendedEvery} WHEN 0 THEN 'suspended' ELSE 'active' END`;
const content = `'{"id":"' || ${number} || '","name":"Ann Example","accountType":"residential","state":"' || ${state} ||
  '","accountNumber":"' || ${number} || '","username":"user-' || ${number} || '","relatedParty":[{"id":"88-' || ${number} || '"}]}'`;

const accounts = `
  INSERT INTO account (event_id, fingerprint, account_id, account_number, username, envelope, content, created_at)
  ${numbers(count)}
  SELECT 'event-' || ${number}, 'none', ${number}, ${number}, 'user-' || ${number}, '{"eventId":"event-' || ${number} || '"}',
    ${content}, '2026-01-01T00:00:00.000Z'
  FROM numbers`;

/** What many accounts are found by. */
async function fillCommonTerms(run: RunSql): Promise<void> {
  const active = `sequence % ${suspendedEvery} <> 1`;
  const common = [
    [everyAccount, 'true'],
    [{ attribute: 'name', value: 'Ann Example' }, 'true'],
    [{ attribute: 'accountType', value: 'residential' }, 'true'],
    [{ attribute: 'state', value: 'active' }, active],
    [{ attribute: 'state', value: 'suspended' }, `NOT (${active})`],
  ] as const;
  for (const [value, which] of common)
    await run(
      `INSERT INTO account_term SELECT '${termOf(value)}', sequence FROM account WHERE ${which} ORDER BY sequence`,
    );
}

const batch = 10_000;

/** What one account is found by: hashed here, and sorted before they are put into the index of all of them. */
async function fillOwnTerms(run: RunSql): Promise<void> {
  await run('CREATE TABLE filling (term text NOT NULL, sequence bigint NOT NULL)');
  for (let start = 0; start < count; start += batch) {
    const rows = Array.from({ length: batch }, (_, index) => ownTerms(start + index)).flat();
    await run(`INSERT INTO filling VALUES ${rows.join(', ')}`);
  }
  await run('INSERT INTO account_term SELECT term, sequence FROM filling ORDER BY term, sequence');
  await run('DROP TABLE filling');
}

function ownTerms(n: number): string[] {
  const value = String(first + n);
  const values = [
    { attribute: 'id', value },
    { attribute: 'accountNumber', value },
    { attribute: 'username', value: `user-${value}` },
    { attribute: 'relatedParty.id', value: `88-${value}` },
  ];
  return values.map((each) => `('${termOf(each)}', ${n + 1})`);
}

void fillDatabase('accounts', accountMigrations, async (run) => {
  await run(accounts);
  await fillCommonTerms(run);
  await fillOwnTerms(run);
});
