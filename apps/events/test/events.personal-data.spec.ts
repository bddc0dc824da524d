import { join } from 'node:path';
import { keepsPersonalData } from '@trunkline/testing';
import { events } from '../src/events.module';
import { backEnds } from './back-ends';

keepsPersonalData(events, join(__dirname, '../src/main.ts'), {
  backEnds,
});
