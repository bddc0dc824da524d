import { createService, type RunningService } from '@trunkline/service';
import { type DatabasePlace, FixedClock, settingsOf } from '@trunkline/testing';
import { outage } from '../src/outage.module';

/** Starts `outage` on a database of the tests', on 31 January 2026. */
export function startOutage(
  place: DatabasePlace,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  return createService(outage, { ...settingsOf(place), ...env }, { clock: new FixedClock() });
}
