import { join } from 'node:path';
import { keepsPersonalData } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { backEnds } from './simulators';

keepsPersonalData(voipMigration, join(__dirname, '../src/main.ts'), {
  backEnds,
  env: { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
  // MIDAS is asked about a line by them (CONTRACTS.md section 6.3).
  addressed: ['telephoneNumber', 'accountNumber'],
});
