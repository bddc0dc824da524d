import { type Clock as StoreClock, type Database, Jobs, Journal, systemClock } from '@trunkline/store';
import { CallsConfig } from '../config/calls.config';
import { JobsConfig } from '../config/jobs.config';
import type { ProcessConfig } from '../config/process.config';
import { RetentionConfig } from '../config/retention.config';
import { sectionOf } from '../config/section-of';
import type { Log } from '../log/log';
import type { Metrics } from '../metrics/metrics';
import type { Service } from '../service';
import type { Clock } from '../time/clock';
import type { Closing } from './closing';
import { openDatabaseOf } from './database';
import { Housekeeping, recoverMessages } from './housekeeping';
import { jobEvents, watchStore } from './store-metrics';

/** What a service keeps: its database, and what every service has in it. */
export interface Store {
  readonly database: Database<object>;
  readonly journal: Journal;
  readonly jobs: Jobs;
}

/** What the store needs from the service around it. */
export interface Surroundings {
  readonly config: ProcessConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** How many jobs run at once in a process; how long one of another process may stay unnoticed, in milliseconds. */
const pace = { concurrency: 8, pollInterval: 1_000 };

/**
 * Opens the store of a service. What an earlier process left unfinished is found before anything new begins.
 *
 * @throws StartError when its database cannot be had.
 */
export async function openStore(
  service: Service,
  surroundings: Surroundings,
  closing: Closing,
): Promise<Store> {
  const { config, log, metrics } = surroundings;
  const database = await openDatabaseOf(service, config);
  closing.add(() => database.close());
  const clock = storeClock(surroundings.clock);
  const { deadline } = sectionOf(config, CallsConfig);
  const journal = new Journal(database, { lease: 2 * deadline, clock });
  closing.add(() => journal.recordOutcomes());
  const { lease, giveUpAfter } = sectionOf(config, JobsConfig);
  const facts = { log: log.logger, events: jobEvents(metrics), clock };
  const jobs = new Jobs(database, { ...pace, lease, giveUpAfter, ...facts });
  watchStore(metrics, journal, jobs);
  await recoverMessages(journal, log);
  return { database, journal, jobs };
}

/** Begins what is done beside the requests: jobs, whose handlers the app has named by now, and housekeeping. */
export async function startWork(store: Store, surroundings: Surroundings, closing: Closing): Promise<void> {
  const { config, clock, log } = surroundings;
  await store.jobs.start();
  closing.add(() => store.jobs.stop());
  const housekeeping = new Housekeeping(store, sectionOf(config, RetentionConfig).days, clock, log);
  housekeeping.start();
  closing.add(() => housekeeping.stop());
}

function storeClock(clock: Clock): StoreClock {
  return { now: () => clock.now().getTime(), sleep: systemClock.sleep };
}
