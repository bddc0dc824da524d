import { startIcomsSimulator } from '@trunkline/backends/icoms';
import { withstandsFuzzing } from '@trunkline/testing';
import { events } from '../src/events.module';

withstandsFuzzing(events, {
  backEnds: [{ name: 'icoms', variable: 'ICOMS_URL', start: () => startIcomsSimulator() }],
  // Nobody waits for accounts that provoke a time-out.
  env: { ICOMS_DEADLINE_MS: '50' },
});
