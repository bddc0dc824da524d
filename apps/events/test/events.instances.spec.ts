import { join } from 'node:path';
import { sharesItsDatabase } from '@trunkline/testing';
import { said, sendNumbered, startCountingIcoms } from './counting-icoms';

sharesItsDatabase({
  name: 'events',
  main: join(__dirname, '../src/main.ts'),
  rate: 300,
  jobs: false,
  startBackEnd: startCountingIcoms,
  // A busy machine is slow, not wrong.
  settings: ({ url }) => ({ ICOMS_URL: url, ICOMS_DEADLINE_MS: '25000' }),
  send: sendNumbered,
  said,
});
