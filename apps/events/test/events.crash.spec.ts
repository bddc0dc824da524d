import { join } from 'node:path';
import { survivesKills } from '@trunkline/testing';
import { said, sendNumbered, startCountingIcoms } from './counting-icoms';

survivesKills({
  name: 'events',
  entry: join(__dirname, 'crashing-events.ts'),
  startBackEnd: startCountingIcoms,
  settings: ({ url }) => ({ ICOMS_URL: url }),
  send: sendNumbered,
  said,
});
