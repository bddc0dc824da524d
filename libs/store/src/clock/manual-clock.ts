import type { Clock } from './clock';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** The clock of tests: stands still until it is moved. */
export class ManualClock implements Clock {
  private time = Date.parse('2026-03-01T12:00:00.000Z');
  private readonly sleepers = new Set<Sleeper>();
  private watchers: (() => void)[] = [];

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(sleeper);
        resolve();
      };
      const sleeper = { until: this.time + milliseconds, wake };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
      for (const watcher of this.watchers.splice(0)) watcher();
    });
  }

  /** Moves time and wakes whoever slept that long. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const sleeper of [...this.sleepers]) if (sleeper.until <= this.time) sleeper.wake();
  }

  /** Resolves as soon as so many sleep at once. */
  async sleeping(count = 1): Promise<void> {
    while (this.sleepers.size < count) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }
}
