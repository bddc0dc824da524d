import { icomsFault, troubleOf } from './icoms.faults';

it.each([
  [0, undefined],
  [1, 'declined'],
  [999999999, 'declined'],
  [-1, 'failed'],
  [-10049, 'failed'],
  [-10050, 'notLetIn'],
  [-10051, 'failed'],
])('the return code %i is %s', (code, trouble) => {
  expect(troubleOf(code)).toBe(trouble);
});

it('a fault has the words of ICOMS, or ours where it has none', () => {
  expect(icomsFault('declined', { text: 'ACCOUNT IS LOCKED' }).text).toBe('ACCOUNT IS LOCKED');
  expect(icomsFault('declined', { text: '' }).text).toBe('ICOMS declined without a text');
});

it('only an unknown outcome is in doubt', () => {
  const troubles = ['declined', 'failed', 'notLetIn', 'turnedAway', 'notCalled', 'unknown'] as const;
  expect(troubles.filter((trouble) => icomsFault(trouble).inDoubt)).toEqual(['unknown']);
});
