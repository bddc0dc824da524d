import { IcomsWorkOrders } from '@trunkline/backends/icoms';
import { Midas } from '@trunkline/backends/midas';
import { createService } from '@trunkline/service';
import { Journal } from '@trunkline/store';
import { voipMigration } from '../src/voip-migration.module';
import { DoubtStore } from '../src/store/doubt.store';
import { LineMigrationStore } from '../src/store/line-migration.store';
import { crashAtVariable } from './crash-point';

/** The steps of a message's way, and of the job after it: each can be the last. */
const steps = {
  accept: [Journal, 'accept'],
  details: [Midas, 'lineDetails'],
  begin: [LineMigrationStore, 'begin'],
  create: [IcomsWorkOrders, 'create'],
  keep: [LineMigrationStore, 'settle'],
  update: [Midas, 'updateStatus'],
  answer: [Journal, 'settle'],
  find: [IcomsWorkOrders, 'find'],
  settle: [DoubtStore, 'settle'],
} as const;

type Work = (...args: unknown[]) => Promise<unknown>;

/** Runs the service, which knows nothing of it, and kills it after the step that a variable names, however that ended. */
async function run(): Promise<void> {
  const { env } = process;
  const { [crashAtVariable]: last = '', ...settings } = env;
  const { app, url } = await createService(voipMigration, settings);
  for (const [name, [part, method]] of Object.entries(steps)) {
    const instance = app.get<Record<string, Work>>(part as never);
    const work = instance[method]!.bind(instance);
    instance[method] = (...args) =>
      work(...args).finally(() => {
        if (name === last) process.kill(process.pid, 'SIGKILL');
      });
  }
  process.send?.(url);
}

void run();
