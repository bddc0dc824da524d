import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachMigrated } from '@trunkline/testing';
import { cmpMigrations } from '../store/cmp.migrations';
import type { CmpTables } from '../store/cmp.tables';
import { LoadError, loadFiles } from './loader';

const header = 'level,code,description,default_price,minimum_price,maximum_price,effective_from,effective_to';

eachMigrated<CmpTables>(cmpMigrations, (database, place) => {
  let told: string[];

  beforeEach(async () => {
    told = [];
    for (const table of ['customer', 'catalogue_entry', 'service_conflict'] as const) {
      await database().query.deleteFrom(table).execute();
    }
  });

  /** Loads files of that content; a file's name is its key. */
  function load(files: Readonly<Record<string, string | Buffer>>): Promise<number> {
    const paths = Object.entries(files).map(([name, content]) => {
      const path = join(place().folder, name);
      writeFileSync(path, content);
      return path;
    });
    return loadFiles(database(), paths, (file, rows, done) =>
      told.push(`${file} ${rows}${done ? ' done' : ''}`),
    );
  }

  async function faultsOf(files: Readonly<Record<string, string | Buffer>>): Promise<readonly string[]> {
    const error: unknown = await load(files).catch((reason: unknown) => reason);
    if (error instanceof LoadError) return error.faults;
    throw error;
  }

  const entries = () =>
    database().query.selectFrom('catalogue_entry').selectAll().orderBy('effective_from').execute();
  const customers = () => database().query.selectFrom('customer').selectAll().execute();

  it('loads every kind of file, and tells of it', async () => {
    const rows = await load({
      'services.csv': `${header}\nACCOUNT,ADMFEE,"Fee, administration",15.00,0.00,50.00,2010-01-01,2012-12-31\n`,
      'conflicts.csv': 'conflicts_with,code\r\nLINEBU,LINECH\r\n',
      'subscriptions.csv': 'subscription_number\n2\n10907447\n',
      'accounts.csv': 'account_number\nA-42\n',
      'agreements.csv': 'agreement_number\n2\n',
    });
    expect(rows).toBe(6);
    expect(told).toContain('subscriptions.csv 2 done');
    expect(await entries()).toEqual([
      {
        level: 'ACCOUNT',
        code: 'ADMFEE',
        description: 'Fee, administration',
        default_price: '15.00',
        minimum_price: '0.00',
        maximum_price: '50.00',
        effective_from: 20_100_101,
        effective_to: 20_121_231,
      },
    ]);
    expect(await database().query.selectFrom('service_conflict').selectAll().execute()).toHaveLength(2);
    expect((await customers()).map(({ level, number }) => `${level} ${number}`).sort()).toEqual([
      'ACCOUNT A-42',
      'AGREEMENT 2',
      'SUBSCRIPTION 10907447',
      'SUBSCRIPTION 2',
    ]);
  });

  it('can be repeated: what is there with the same key is replaced', async () => {
    const services = (description: string) => `${header}\nACCOUNT,ADMFEE,${description},,,,2010-01-01,\n`;
    const files = {
      'subscriptions.csv': 'subscription_number\n2\n',
      'conflicts.csv': 'code,conflicts_with\nA,B\n',
    };
    await load({ ...files, 'services.csv': services('Fee') });
    await load({ ...files, 'services.csv': services('New') });
    expect(await entries()).toMatchObject([
      { description: 'New', default_price: null, minimum_price: null, effective_to: 99_991_231 },
    ]);
    expect(await customers()).toHaveLength(1);
  });

  it('takes a character of a code for none that stands between two', async () => {
    expect(await load({ 'conflicts.csv': 'code,conflicts_with\nA/B,C\nA,B/C\n' })).toBe(2);
    expect(await database().query.selectFrom('service_conflict').selectAll().execute()).toHaveLength(4);
  });

  it('keeps nothing of any file where anything is wrong in one, and tells every fault with its line', async () => {
    const faults = await faultsOf({
      'subscriptions.csv': 'subscription_number\n2\n02\n\n"1\n"\n123456789\n2\n',
      'services.csv': [
        header,
        'HOUSEHOLD,CODE,Text,,,,2010-01-01,',
        'ACCOUNT,TOOLONG,,1.005,,,2010-02-30,',
        'ACCOUNT,PRICES,Text,5.00,6.00,7.00,2010-01-01,',
        'ACCOUNT,DATES,Text,,,,2010-01-02,2010-01-01',
        'ACCOUNT,SHORT,Text',
        `ACCOUNT,LONG,Text,1.00,,${'9'.repeat(18)}.00,2010-01-01,`,
        'ACCOUNT,FUTURE,Text,,,,12026-01-01,',
        'ACCOUNT,PAST,Text,,,,2021-01-01,-2021-01-01',
        'ACCOUNT,NUL\0,Te\u0001xt\ufffe,,,,2021-01-01,',
      ].join('\n'),
    });
    expect(faults).toEqual([
      'subscriptions.csv:3: subscription_number must match 0|[1-9][0-9]{0,7}',
      'subscriptions.csv:5: subscription_number must match 0|[1-9][0-9]{0,7}',
      'subscriptions.csv:7: subscription_number must match 0|[1-9][0-9]{0,7}',
      'subscriptions.csv:8: repeats subscriptions.csv:2',
      'services.csv:2: level must be one of SUBSCRIPTION, ACCOUNT, AGREEMENT',
      'services.csv:3: code must have at most 6 characters',
      'services.csv:3: default_price must have at most 2 digits after the point',
      'services.csv:3: effective_from must be a date, YYYY-MM-DD, with or without zone',
      'services.csv:3: description is missing',
      'services.csv:4: default_price must lie between minimum_price and maximum_price',
      'services.csv:5: effective_to must not be before effective_from',
      'services.csv:6: has 3 values, the header 8',
      'services.csv:7: maximum_price must have at most 18 digits',
      'services.csv:8: effective_from must be in the years 1 to 9999',
      'services.csv:9: effective_to must be in the years 1 to 9999',
      'services.csv:10: code has a character that XML cannot hold',
      'services.csv:10: description has a character that XML cannot hold',
    ]);
    expect(await customers()).toEqual([]);
  });

  it.each([
    [
      'another header',
      'number\n2\n',
      'x.csv:1: the header is not that of a file that can be loaded: level,code,',
    ],
    ['nothing', '', 'x.csv:1: the header is not'],
    ['a misplaced quote', 'account_number\n1\n2"\n', 'x.csv:3: a quote is misplaced'],
    ['another encoding', Buffer.from('account_number\n\xe9\n', 'latin1'), 'is not valid UTF-8'],
  ])('refuses a file with %s', async (_what, content, fault) => {
    expect(await faultsOf({ 'x.csv': content })).toEqual([expect.stringContaining(fault)]);
    expect(await customers()).toEqual([]);
  });

  it('refuses a file that is too large to be a text', async () => {
    const path = join(place().folder, 'large.csv');
    writeFileSync(path, '');
    // Takes no room on the disk, and is not read.
    truncateSync(path, 2 ** 29);
    await expect(loadFiles(database(), [path], () => undefined)).rejects.toThrow(
      'large.csv is larger than 512 MiB: split it.',
    );
  });

  it('refuses a file that there is not', async () => {
    await expect(loadFiles(database(), ['/nonexistent.csv'], () => undefined)).rejects.toThrow(
      '/nonexistent.csv cannot be read (ENOENT).',
    );
  });

  it('stops at a hundred faults', async () => {
    const faults = await faultsOf({ 'x.csv': `account_number\n${'too long for it\n'.repeat(1000)}` });
    expect([faults.length, faults.at(-1)]).toEqual([101, 'and perhaps more']);
  });

  it('loads 100,000 rows in seconds', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      [
        'SUBSCRIPTION',
        index.toString(36),
        `Service ${index}`,
        '1.00',
        '0.00',
        '9.99',
        '2010-01-01',
        '',
      ].join(),
    );
    const before = process.cpuUsage();
    expect(await load({ 'services.csv': [header, ...rows].join('\n') })).toBe(100_000);
    // Of the processor's time, not of the clock's: others may be working, too.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
    expect(told).toEqual(expect.arrayContaining(['services.csv 5000', 'services.csv 100000 done']));
  }, 60_000);
});
