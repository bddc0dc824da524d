import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IcomsSimulator, type IcomsState, startIcomsSimulator } from '@trunkline/backends/icoms';
import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import { eventsContract } from '@trunkline/contracts/events';
import { createService } from '@trunkline/service';
import { FixedClock } from '@trunkline/testing';
import { cmpServices } from '../../../apps/cmp-services/src/cmp-services.module';
import { events } from '../../../apps/events/src/events.module';

/** The SOAP services, new and empty, with an ICOMS behind them. */
export interface StartedServices {
  /** Of CreateEventV2 and of the CMP services. */
  readonly addresses: readonly string[];
  icoms(): IcomsState;
  close(): Promise<void>;
}

export async function startServices(): Promise<StartedServices> {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-interop-'));
  const simulator = new IcomsSimulator();
  const icoms = await startIcomsSimulator(simulator);
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_FOLDER: folder,
    ICOMS_URL: icoms.url,
  };
  const clock = new FixedClock();
  const createEvent = await createService(events, settings, { clock });
  const services = await createService(cmpServices, settings, { clock });
  return {
    addresses: [createEvent.url + eventsContract.path, services.url + cmpServicesContract.path],
    icoms: () => simulator.state(),
    close: async () => {
      for (const each of [createEvent, services, icoms]) await each.close();
      rmSync(folder, { recursive: true });
    },
  };
}
