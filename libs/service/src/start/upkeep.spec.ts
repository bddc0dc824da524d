import { createLog } from '../log/log';
import { Upkeep } from './upkeep';

class SlowUpkeep extends Upkeep {
  begun = 0;
  readonly done = Promise.withResolvers<void>();

  start(): void {
    this.every(100);
  }

  protected work(): Promise<void> {
    this.begun++;
    return this.done.promise;
  }
}

describe('upkeep that takes longer than its interval', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is not begun again while it runs, and then is', async () => {
    const upkeep = new SlowUpkeep(createLog('example', 'silent'), 'failed');
    upkeep.start();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(upkeep.begun).toBe(1);
    upkeep.done.resolve();
    await jest.advanceTimersByTimeAsync(100);
    expect(upkeep.begun).toBe(2);
    await upkeep.stop();
  });

  it('is not begun for the times that went by, once it stops', async () => {
    const upkeep = new SlowUpkeep(createLog('example', 'silent'), 'failed');
    upkeep.start();
    await jest.advanceTimersByTimeAsync(1_000);
    const stopped = upkeep.stop();
    upkeep.done.resolve();
    await stopped;
    expect(upkeep.begun).toBe(1);
  });
});
