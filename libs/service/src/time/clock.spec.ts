import { Clock } from './clock';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-03-31T12:00:00Z');
  }
}

it('says what time it was some days ago, to the hour', () => {
  expect(new StoppedClock().daysAgo(30)).toEqual(new Date('2026-03-01T12:00:00Z'));
});
