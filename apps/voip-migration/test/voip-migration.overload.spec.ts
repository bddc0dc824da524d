import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { backEnds } from './simulators';

refusesWhatIsTooMuch(voipMigration, {
  backEnds,
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
});
