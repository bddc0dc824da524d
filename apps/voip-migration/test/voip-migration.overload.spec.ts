import { startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

refusesWhatIsTooMuch(voipMigration, {
  backEnds: [
    {
      name: 'icoms',
      variable: 'ICOMS_WORK_ORDERS_URL',
      start: () => startWorkOrdersSimulator(aWorkOrdersSimulator()),
    },
    { name: 'midas', variable: 'MIDAS_URL', start: () => startMidasSimulator(aMidasSimulator()) },
  ],
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
});
