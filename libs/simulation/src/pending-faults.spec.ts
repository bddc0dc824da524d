import { PendingFaults } from './pending-faults';

describe('pending faults', () => {
  it('are used up in their order', () => {
    const faults = new PendingFaults<string>();
    faults.add('reset', 2);
    faults.add('timeout', 1);
    expect(faults.next()).toBe('reset');
    expect(faults.list()).toEqual([
      { fault: 'reset', calls: 1 },
      { fault: 'timeout', calls: 1 },
    ]);
    expect([1, 2, 3].map(() => faults.next())).toEqual(['reset', 'timeout', undefined]);
  });

  it('are met only by what they are meant for', () => {
    const faults = new PendingFaults<string>();
    faults.add('update-reset', 1);
    faults.add('details-reset', 1);
    expect(faults.next((fault) => fault.startsWith('details'))).toBe('details-reset');
    expect(faults.next((fault) => fault.startsWith('details'))).toBeUndefined();
    expect(faults.list()).toEqual([{ fault: 'update-reset', calls: 1 }]);
  });

  it('are at most a hundred, and none once they are cleared', () => {
    const faults = new PendingFaults<string>();
    for (let number = 1; number <= 100; number++) faults.add('reset', 1);
    expect(() => faults.add('reset', 1)).toThrow(RangeError);
    faults.clear();
    expect(faults.next()).toBeUndefined();
  });
});
