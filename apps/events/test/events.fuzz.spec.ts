import { join } from 'node:path';
import { withstandsFuzzing } from '@trunkline/testing';
import { events } from '../src/events.module';
import { backEnds } from './back-ends';

withstandsFuzzing(events, join(__dirname, '../src/main.ts'), {
  backEnds,
  // Nobody waits for accounts that provoke a time-out.
  env: { ICOMS_DEADLINE_MS: '50' },
});
