import { refusesWhatIsTooMuch } from '@trunkline/testing';
import { events } from '../src/events.module';
import { backEnds } from './back-ends';

refusesWhatIsTooMuch(events, {
  backEnds,
});
