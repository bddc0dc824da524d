import { join } from 'node:path';
import { startIcomsSimulator } from '@trunkline/backends/icoms';
import { keepsPersonalData } from '@trunkline/testing';
import { events } from '../src/events.module';

keepsPersonalData(events, join(__dirname, '../src/main.ts'), {
  backEnds: [{ name: 'icoms', variable: 'ICOMS_URL', start: () => startIcomsSimulator() }],
});
