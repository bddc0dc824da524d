import { accountsFrom } from './simulated-account';

const line = { site: '26', account: '900000001', telephone: '447700900001' };
const faults = { reset: { about: 'the connection breaks' } };

describe('the accounts of a data file', () => {
  it('say what they are for, or what the fault is that they provoke', () => {
    const data = [
      { ...line, about: 'the shortest' },
      { ...line, provokes: 'reset' },
    ];
    expect(accountsFrom(data, faults)).toEqual([
      { ...line, about: 'the shortest' },
      { ...line, provokes: 'reset', about: 'the connection breaks' },
    ]);
  });

  it('provoke no fault that there is not', () => {
    expect(() => accountsFrom([{ ...line, provokes: 'toString' }], faults)).toThrow('no such fault');
  });
});
