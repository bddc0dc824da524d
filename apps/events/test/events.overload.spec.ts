import { startIcomsSimulator } from '@trunkline/backends/icoms';
import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { events } from '../src/events.module';

refusesWhatIsTooMuch(events, {
  backEnds: [{ name: 'icoms', variable: 'ICOMS_URL', start: () => startIcomsSimulator() }],
});
