import { setImmediate as nextTurn } from 'node:timers/promises';
import { handOut } from './hand-out';

it('answers a few at once', () => {
  const answered: string[] = [];
  handOut(['a', 'b', 'c'], (caller, index) => answered.push(`${caller}${index}`));
  expect(answered).toEqual(['a0', 'b1', 'c2']);
});

it('answers all of many in their order, and lets others have their turn in between', async () => {
  const callers = Array.from({ length: 40 }, (_, index) => index);
  const events: unknown[] = [];
  void nextTurn().then(() => events.push('another'));
  handOut(callers, (caller) => events.push(caller));
  expect(events).toEqual(callers.slice(0, 32));
  while (events.length < 41) await nextTurn();
  expect(events.filter((event) => event !== 'another')).toEqual(callers);
  expect(events.indexOf('another')).toBe(32);
});
