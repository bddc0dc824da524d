import { createService, type RunningService, type ServiceOptions } from '@trunkline/service';
import { type DatabasePlace, settingsOf } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

/** Starts `accounts` on a database of the tests', told nothing but `env`. */
export function startAccounts(
  place: DatabasePlace,
  env: Readonly<Record<string, string>> = {},
  options: ServiceOptions = {},
): Promise<RunningService> {
  return createService(accounts, { ...settingsOf(place), ...env }, options);
}
