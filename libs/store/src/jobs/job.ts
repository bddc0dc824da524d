/** A job as its handler sees it. */
export interface Job<Input> {
  /** The same in every attempt: what makes an effect outside idempotent. */
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly input: Input;
  /** From 1. */
  readonly attempt: number;
  /** Fires when the service stops or the job's lease is over: stop, and reject. */
  readonly signal: AbortSignal;
}

/**
 * Does a job, resolves when it is done and rejects when it must be tried again. It may be called again for a job whose effect
 * has happened (after a crash, or when its lease was over), so that doing it twice must be harmless.
 */
export type JobHandler<Input> = (job: Job<Input>) => Promise<void>;

/** Why a job failed, in words for the log, and in those of who knows more: they may quote anything, and stand in the job's row alone. */
export class JobFailure extends Error {
  constructor(
    message: string,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What the service counts, by kind of job. Must not throw. */
export interface JobEvents {
  enqueued(kind: string): void;
  succeeded(kind: string): void;
  retried(kind: string): void;
  dead(kind: string): void;
}

export interface JobLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
