import { join } from 'node:path';
import { startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { keepsPersonalData } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

keepsPersonalData(voipMigration, join(__dirname, '../src/main.ts'), {
  backEnds: [
    {
      name: 'icoms',
      variable: 'ICOMS_WORK_ORDERS_URL',
      start: () => startWorkOrdersSimulator(aWorkOrdersSimulator()),
    },
    { name: 'midas', variable: 'MIDAS_URL', start: () => startMidasSimulator(aMidasSimulator()) },
  ],
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
  // MIDAS is asked about a line by them (CONTRACTS.md section 6.3).
  addressed: ['telephoneNumber', 'accountNumber'],
});
