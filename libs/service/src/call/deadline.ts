/**
 * When the time of a message is over. Costs nothing until somebody asks for the signal, and leaves nothing behind: the timer of an
 * `AbortSignal.timeout` outlives its message by far, and thousands of them slow the whole process down.
 */
export class Deadline {
  private readonly over: number;
  private controller: AbortController | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  /** @param milliseconds From now. */
  constructor(milliseconds: number) {
    this.over = performance.now() + milliseconds;
  }

  /** Fires when the time is over. */
  get signal(): AbortSignal {
    if (this.controller !== undefined) return this.controller.signal;
    const controller = (this.controller = new AbortController());
    if (!this.ended) this.timer = setTimeout(() => controller.abort(), this.over - performance.now()).unref();
    return controller.signal;
  }

  /** The message is answered: the signal never fires any more. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }
}
