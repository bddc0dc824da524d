import { instantOf, stateOf } from './state';

const now = new Date('2026-01-31T09:30:00.000Z');
const open = { discarded: false, completionDateTime: null, startDateTime: '2026-01-31T10:30:00+01:00' };

describe('the state of an outage event', () => {
  it.each([
    ['OPEN', open],
    ['SCHEDULED', { ...open, startDateTime: '2026-01-31T10:30:00.001+01:00' }],
    ['SCHEDULED', { ...open, startDateTime: '9999-12-31T23:59:59-14:00' }],
    ['RESTORED', { ...open, completionDateTime: '2027-01-01T00:00:00Z' }],
    [
      'RESTORED',
      { ...open, startDateTime: '2027-01-01T00:00:00Z', completionDateTime: '2026-01-01T00:00:00Z' },
    ],
    ['DISCARDED', { ...open, discarded: true, completionDateTime: '2026-01-01T00:00:00Z' }],
  ])('%s: %j', (state, event) => {
    expect(stateOf(event, now)).toBe(state);
  });
});

describe('an instant', () => {
  it.each([
    ['2025-02-06T02:00:00-08:00', '2025-02-06T10:00:00.000Z'],
    ['2025-02-06T02:00:00.1234567Z', '2025-02-06T02:00:00.123Z'],
    ['2024-02-29T24:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59-14:00', '9999-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00+14:00', '0000-12-31T10:00:00.000Z'],
  ])('of %s is %s', (dateTime, instant) => {
    expect(instantOf(dateTime)).toBe(instant);
  });
});
