import { createService, type RunningService } from '@trunkline/service';
import { type DatabasePlace, FixedClock } from '@trunkline/testing';
import { outage } from '../src/outage.module';

/** Starts `outage` on a database of the tests', on 31 January 2026. */
export function startOutage(
  { url, folder }: DatabasePlace,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const database: Record<string, string> =
    url === undefined ? { DATA_FOLDER: folder } : { DATABASE_URL: url };
  const fixed = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
  return createService(outage, { ...fixed, ...database, ...env }, { clock: new FixedClock() });
}
