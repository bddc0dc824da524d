import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandContext, StartError } from '@trunkline/service';
import { type Database, migrate, openDatabase } from '@trunkline/store';
import { cmpMigrations } from '../store/cmp.migrations';
import { loadCommand } from './load.command';

let folder: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-load-'));
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function load(...args: string[]): Promise<void> {
  const opened: Database<never>[] = [];
  const context: CommandContext = {
    args,
    async openDatabase<T>() {
      const database = await openDatabase<T>({
        url: undefined,
        folder,
        name: 'cmp-services',
        instance: 'one',
      });
      opened.push(database as unknown as Database<never>);
      await migrate(database, cmpMigrations);
      return database;
    },
  };
  await loadCommand.run(context).finally(() => opened[0]?.close());
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('says what it has loaded', async () => {
  const subscriptions = file('subscriptions.csv', 'subscription_number\n2\n3\n');
  await load(subscriptions, file('accounts.csv', 'account_number\n1\n'));
  expect(said).toMatch(/^subscriptions\.csv: 2 rows\naccounts\.csv: 1 row\n3 rows loaded in \d+\.\d s\n$/);
});

it('says every fault, and that nothing was loaded', async () => {
  const loading = load(file('accounts.csv', 'account_number\n123456789\n1 2\n'));
  await expect(loading).rejects.toMatchObject({
    name: 'StartError',
    message:
      'accounts.csv:2: account_number must have at most 8 characters\n' +
      'accounts.csv:3: account_number must match \\S+\nnothing was loaded',
  });
});

it('tells of every kind of file without opening anything', async () => {
  await load('--help');
  expect(said).toMatch(
    /level,code,description[^]*code,conflicts_with[^]*subscription_number[^]*account_number/,
  );
});

it('asks for files, and knows no other options', async () => {
  await expect(load()).rejects.toThrow(StartError);
  await expect(load('--fast')).rejects.toThrow(
    expect.objectContaining({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }),
  );
});
