import { Jobs } from '@trunkline/store';
import { replaysItsSamples } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { backEnds } from './simulators';

replaysItsSamples(voipMigration, {
  backEnds,
  // Long enough for what is answered, and no longer than a test likes to wait for what is not.
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
  // What a sample leaves to be done later is no part of it.
  prepare: ({ app }) => app.get(Jobs).stop(),
});
