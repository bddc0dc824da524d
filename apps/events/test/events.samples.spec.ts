import { replaysItsSamples } from '@trunkline/testing';
import { events } from '../src/events.module';
import { backEnds } from './back-ends';

replaysItsSamples(events, {
  backEnds,
});
