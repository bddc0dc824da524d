import { join } from 'node:path';
import { keepsPersonalData } from '@trunkline/testing';
import { outage } from '../src/outage.module';

keepsPersonalData(outage, join(__dirname, '../src/main.ts'));
