import { type IcomsWorkOrdersSimulator, startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { type MidasSimulator, startMidasSimulator } from '@trunkline/backends/midas';
import { createService, type RunningService } from '@trunkline/service';
import { Jobs } from '@trunkline/store';
import { type DatabasePlace, settingsOf } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';

/** The service in this process, in front of simulators on sockets. */
export interface RunningMigration {
  readonly service: RunningService;
  /** Resolves when no job waits any more. */
  jobsDone(): Promise<void>;
  /** Stops the service, and starts it again on the same database. */
  restart(env?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** Short, so that what is not answered does not keep a test waiting. */
const deadlines = { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' };

export async function runMigration(
  place: DatabasePlace,
  orders: IcomsWorkOrdersSimulator,
  midas: MidasSimulator,
  env: Record<string, string> = {},
): Promise<RunningMigration> {
  const [icomsSocket, midasSocket] = [
    await startWorkOrdersSimulator(orders),
    await startMidasSimulator(midas),
  ];
  const settings = {
    ...{ ...settingsOf(place), ...deadlines },
    ...{
      ICOMS_WORK_ORDERS_URL: icomsSocket.url,
      MIDAS_URL: midasSocket.url,
      VOIP_MIGRATION_SETTLE_AFTER_MS: '0',
    },
    ...env,
  };
  let service = await createService(voipMigration, settings);
  return {
    get service() {
      return service;
    },
    async jobsDone() {
      while ((await service.app.get(Jobs).count()).some(({ state }) => state === 'WAITING')) await aMoment();
    },
    async restart(more = {}) {
      await service.close();
      service = await createService(voipMigration, { ...settings, ...more });
    },
    async close() {
      await service.close();
      await icomsSocket.close();
      await midasSocket.close();
    },
  };
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
