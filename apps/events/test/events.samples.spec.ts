import { startIcomsSimulator } from '@trunkline/backends/icoms';
import { replaysItsSamples } from '@trunkline/testing';
import { events } from '../src/events.module';

replaysItsSamples(events, {
  backEnds: [{ name: 'icoms', variable: 'ICOMS_URL', start: () => startIcomsSimulator() }],
});
