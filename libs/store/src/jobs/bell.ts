import type { Clock } from '../clock/clock';

/** Wakes a loop from its sleep; a ring that comes while it is awake makes the next sleep end at once. */
export class Bell {
  private ringing = new AbortController();

  constructor(private readonly clock: Clock) {}

  ring(): void {
    this.ringing.abort();
  }

  async sleep(milliseconds: number): Promise<void> {
    await this.clock.sleep(milliseconds, this.ringing.signal);
    this.ringing = new AbortController();
  }
}
