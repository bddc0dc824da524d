import { startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { withstandsFuzzing } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

withstandsFuzzing(voipMigration, {
  backEnds: [
    {
      name: 'icoms',
      variable: 'ICOMS_WORK_ORDERS_URL',
      start: () => startWorkOrdersSimulator(aWorkOrdersSimulator()),
    },
    { name: 'midas', variable: 'MIDAS_URL', start: () => startMidasSimulator(aMidasSimulator()) },
  ],
  // Nobody waits for lines that provoke a time-out.
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '50', MIDAS_DEADLINE_MS: '50' },
});
