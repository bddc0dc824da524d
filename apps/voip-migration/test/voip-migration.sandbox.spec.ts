import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulatedWorkOrderAccounts } from '@trunkline/backends/icoms';
import { simulatedLines } from '@trunkline/backends/midas';
import { eachDatabase } from '@trunkline/testing';
import { migrate, type Said, said } from './migration-message';
import { type RunningMigration, runMigration } from './running-migration';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

const page = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');
const [, table] = page.split('## The answers of CreateVOIPMigrationWorkOrder');

/** Each account that the page names, with what it says of its work order and of the status update. */
const rows = [...table!.matchAll(/^\| ([a-z].*?) +\| (.*?) +\| (.*?) +\|$/gm)]
  .filter(([, workOrder]) => workOrder !== 'work order')
  .flatMap(([, workOrder, update, accounts]) =>
    accountsIn(accounts!).map((account) => ({ workOrder: workOrder!, update: update!, account })),
  );

/** `1 to 3, 7; 9 because …`: 1, 2, 3, 7 and 9. */
function accountsIn(text: string): string[] {
  return [...text.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, first, last]) => {
    const count = last === undefined ? 1 : Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) => String(Number(first) + index));
  });
}

const known = [...simulatedWorkOrderAccounts, ...simulatedLines];
const telephoneOf = (account: string) =>
  known.find((each) => each.account === account)?.telephone ?? '447874384949';

/** What the page says of an answer, read off the answer. */
function rowOf({ orderNumber, faults, unknown }: Said): { workOrder: string; update: string } {
  const isMidas = (fault: string) => fault.includes('MIDAS');
  if (orderNumber !== undefined)
    return { workOrder: 'created', update: faults.length === 0 ? 'done' : 'failed' };
  if (unknown) return { workOrder: 'unknown', update: 'as soon as it is known' };
  if (faults.every(isMidas)) return { workOrder: 'not asked for: no details', update: 'none' };
  return { workOrder: 'not created', update: faults.some(isMidas) ? 'failed' : 'done' };
}

eachDatabase((place) => {
  let migration: RunningMigration;

  beforeAll(async () => {
    // A system that is provoked so often is no broken one.
    const calm = {
      MIDAS_BREAKER_FAILURES: '1000',
      ICOMS_WORK_ORDERS_BREAKER_FAILURES: '1000',
      // All come at once, and only those that are never answered are to run out of time.
      MIDAS_DEADLINE_MS: '4000',
      ICOMS_WORK_ORDERS_DEADLINE_MS: '4000',
    };
    migration = await runMigration(place(), aWorkOrdersSimulator(), aMidasSimulator(), calm);
  }, 30_000);
  afterAll(() => migration.close());

  it('every account of docs/sandbox.md provokes the answer that stands there', async () => {
    const came = rows.map(async ({ account }) => {
      const answer = await migrate(migration.service.url, { account, telephone: telephoneOf(account) });
      return { ...rowOf(said(answer)), account };
    });
    expect(await Promise.all(came)).toEqual(rows);
    expect(rows.length).toBeGreaterThan(20);
  });
});
