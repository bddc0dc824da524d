import { FixedClock } from '@trunkline/testing';

it('says what time it was some days ago, to the hour', () => {
  expect(new FixedClock().daysAgo(30)).toEqual(new Date('2026-01-01T09:30:00Z'));
});
