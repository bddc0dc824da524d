import { createService, type RunningService, type ServiceOptions } from '@trunkline/service';
import type { DatabasePlace } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

/** Starts `accounts` on a database of the tests', told nothing but `env`. */
export function startAccounts(
  { url, folder }: DatabasePlace,
  env: Readonly<Record<string, string>> = {},
  options: ServiceOptions = {},
): Promise<RunningService> {
  const database: Record<string, string> =
    url === undefined ? { DATA_FOLDER: folder } : { DATABASE_URL: url };
  const fixed = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
  return createService(accounts, { ...fixed, ...database, ...env }, options);
}
