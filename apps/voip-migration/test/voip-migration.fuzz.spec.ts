import { join } from 'node:path';
import { withstandsFuzzing } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { backEnds } from './simulators';

withstandsFuzzing(voipMigration, join(__dirname, '../src/main.ts'), {
  backEnds,
  // Nobody waits for lines that provoke a time-out.
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '50', MIDAS_DEADLINE_MS: '50' },
});
