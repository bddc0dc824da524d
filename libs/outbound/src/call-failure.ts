/**
 * Why a back end gave no answer that we could take:
 *
 * | reason | what happened |
 * | --- | --- |
 * | `refused` | no connection: the port is closed, the name unknown, TLS failed, nobody picked up |
 * | `timed-out` | the time was over: of this call, or of the whole message |
 * | `reset` | the connection broke after the request was sent, before the whole answer had come |
 * | `unreadable` | what came back is not HTTP |
 * | `too-large` | the answer is longer than we take |
 * | `breaker-open` | it was not tried, because the last calls all broke |
 * | `overloaded` | it was not tried, because too many calls are running and waiting already |
 */
export type FailureReason =
  'refused' | 'timed-out' | 'reset' | 'unreadable' | 'too-large' | 'breaker-open' | 'overloaded';

/** `none`: the request certainly was not sent. `unknown`: it may have been, and so the back end may have acted. */
export type Effect = 'none' | 'unknown';

export interface FailureFacts {
  readonly backend: string;
  readonly operation: string;
  readonly reason: FailureReason;
  readonly effect: Effect;
  /** What the network layer calls it: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
  readonly code?: string | undefined;
}

/**
 * A call to a back end that brought no answer. Says nothing of what was sent or received: an error of the network layer can
 * quote the bytes that it choked on, so only its code is kept.
 */
export class CallFailure extends Error {
  readonly reason: FailureReason;
  readonly effect: Effect;

  constructor({ backend, operation, reason, effect, code }: FailureFacts) {
    super(`${backend} ${operation}: ${reason}${code === undefined ? '' : ` (${code})`}, effect ${effect}`);
    this.name = 'CallFailure';
    this.reason = reason;
    this.effect = effect;
  }
}
