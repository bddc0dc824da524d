import { Database } from '@trunkline/store';
import { runCrashingService } from '@trunkline/testing';
import { outage } from '../src/outage.module';
import { CustomersStore } from '../src/store/customers.store';
import { EventsStore } from '../src/store/events.store';
import { HistoryStore } from '../src/store/history.store';
import { Intake } from '../src/store/intake';

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

void runCrashingService(outage, steps);
