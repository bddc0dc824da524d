import { join } from 'node:path';
import { sharesItsDatabase } from '@trunkline/testing';
import { said, sendNumbered, startCountingIcoms } from './counting-icoms';

sharesItsDatabase({
  name: 'events',
  main: join(__dirname, '../src/main.ts'),
  rate: 300,
  jobs: false,
  startBackEnd: startCountingIcoms,
  // A busy machine is slow, not wrong: ICOMS answers late, the balancer notices late who stops, and what is in flight takes longer.
  settings: ({ url }) => ({
    ICOMS_URL: url,
    ICOMS_DEADLINE_MS: '25000',
    DRAIN_DELAY_MS: '5000',
    SHUTDOWN_GRACE_MS: '60000',
  }),
  send: sendNumbered,
  said,
});
