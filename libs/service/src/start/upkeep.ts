import type { Log } from '../log/log';

/** Work that is done now and then, never twice at once; where it fails, it is done the next time. */
export abstract class Upkeep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** @param failure What the log says where the work failed. */
  constructor(
    protected readonly log: Log,
    private readonly failure: string,
  ) {}

  /** @param interval In milliseconds; the first time is after the first. */
  protected every(interval: number): void {
    this.timer = setInterval(() => {
      this.running ??= this.tidy().finally(() => (this.running = undefined));
    }, interval);
    this.timer.unref();
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once. Never rejects. */
  async tidy(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.log.logger.warn({ err: error }, this.failure);
    }
  }

  protected abstract work(): Promise<void>;
}
