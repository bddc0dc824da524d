import { CallFailure, type Effect, type FailureReason } from './call-failure';

/** One try at a call: it knows whether anything was sent yet, and so what a failure means. */
export class Attempt {
  #effect: Effect = 'none';

  constructor(
    readonly backend: string,
    readonly operation: string,
    /** Fires when the time is over. The work must stop then: it holds its place until it does. */
    readonly signal: AbortSignal,
    /** The second try of the call, to be made on a fresh connection. */
    readonly repeated: boolean,
  ) {}

  get effect(): Effect {
    return this.#effect;
  }

  /** To be said before the first byte of the request leaves: from here on the back end may act. */
  sending(): void {
    this.#effect = 'unknown';
  }

  /** @param code What the network layer calls it. Never a text, which could quote what was sent or received. */
  failure(reason: FailureReason, code?: string): CallFailure {
    return new CallFailure({
      backend: this.backend,
      operation: this.operation,
      reason,
      effect: this.#effect,
      code,
    });
  }
}
