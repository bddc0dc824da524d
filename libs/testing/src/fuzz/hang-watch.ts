/** What nothing may take a service, in milliseconds: neither to answer nor to compute. */
const longest = 1_000;

/** So many others a service answers in about that time; when the machine is busy, in a longer one. */
const others = 1_000;

/** When a request was sent: by the clock, and by how many had been answered until then. */
export interface Sent {
  readonly at: number;
  readonly answered: number;
}

/**
 * Knows a service that hangs from a machine that is busy. A request that waits for what does not come is overtaken by others; one that
 * computes holds them all up, and takes processor time, which no other process can add to.
 */
export class HangWatch {
  /** Between two looks at the processor time: these take a service a tenth of a second together. */
  static readonly lookEvery = 200;

  private answered = 0;
  private computed: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  sent(): Sent {
    return { at: this.now(), answered: this.answered };
  }

  /** Whether it is time for a look. */
  get isDue(): boolean {
    return this.answered % HangWatch.lookEvery === 0;
  }

  /** What is wrong with the time that an answer took which is there now. */
  arrived({ at, answered }: Sent): string | undefined {
    const overtaking = this.answered++ - answered;
    if (this.now() - at < longest || overtaking < others) return undefined;
    return `it waited while ${overtaking} others were answered`;
  }

  /** What is wrong with the processor time that the service has taken until now, in milliseconds, since the last look. */
  look(milliseconds: number): string | undefined {
    const since = milliseconds - (this.computed ?? milliseconds);
    this.computed = milliseconds;
    if (since < longest) return undefined;
    return `it, or one of the ${HangWatch.lookEvery} answers before it, was computed for long: all took ${since} ms`;
  }
}
