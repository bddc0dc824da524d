import { Deadline } from './deadline';

describe('the deadline of a message', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('fires when its time is over', () => {
    const { signal } = new Deadline(100);
    jest.advanceTimersByTime(99);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  it('counts from the beginning of the message, whenever it is asked for', () => {
    const deadline = new Deadline(100);
    jest.advanceTimersByTime(60);
    const { signal } = deadline;
    jest.advanceTimersByTime(40);
    expect(signal.aborted).toBe(true);
  });

  it('is one signal, however often it is asked for', () => {
    const deadline = new Deadline(100);
    expect(deadline.signal).toBe(deadline.signal);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('has no timer before it is asked for, and none after its end', () => {
    const deadline = new Deadline(100);
    expect(jest.getTimerCount()).toBe(0);
    const { signal } = deadline;
    deadline.end();
    expect(jest.getTimerCount()).toBe(0);
    expect(signal.aborted).toBe(false);
  });

  it('has none for who asks after its end', () => {
    const deadline = new Deadline(100);
    deadline.end();
    const { signal } = deadline;
    expect(jest.getTimerCount()).toBe(0);
    expect(signal.aborted).toBe(false);
  });
});
