import { createService } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { outage } from '../src/outage.module';
import { CustomersStore } from '../src/store/customers.store';
import { EventsStore } from '../src/store/events.store';
import { HistoryStore } from '../src/store/history.store';
import { Intake } from '../src/store/intake';
import { crashAtVariable } from './crash-point';

/** The steps of a message's way: each can be the last. */
const steps = {
  lock: [EventsStore, 'lock'],
  customers: [CustomersStore, 'change'],
  part: [Database, 'writeIn'],
  history: [HistoryStore, 'items'],
  write: [Database, 'writeLast'],
  commit: [Database, 'transaction'],
  take: [Intake, 'take'],
} as const;

type Work = (...args: unknown[]) => Promise<unknown>;

/** Runs the service, which knows nothing of it, and kills it after the step that a variable names, however that ended. */
async function run(): Promise<void> {
  const { [crashAtVariable]: last = '', ...settings } = process.env;
  const { app, url } = await createService(outage, settings);
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
