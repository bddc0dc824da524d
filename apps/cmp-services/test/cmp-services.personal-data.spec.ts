import { join } from 'node:path';
import { keepsPersonalData } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

keepsPersonalData(cmpServices, join(__dirname, '../src/main.ts'), {
  beside: [join(__dirname, '../src/example')],
});
