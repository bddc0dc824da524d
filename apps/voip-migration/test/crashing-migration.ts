import { IcomsWorkOrders } from '@trunkline/backends/icoms';
import { Midas } from '@trunkline/backends/midas';
import { Journal } from '@trunkline/store';
import { runCrashingService } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { DoubtStore } from '../src/store/doubt.store';
import { LineMigrationStore } from '../src/store/line-migration.store';

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

void runCrashingService(voipMigration, steps);
