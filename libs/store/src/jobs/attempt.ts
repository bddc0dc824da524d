import { type Clock, timestamp } from '../clock/clock';
import { JobFailure, type JobHandler } from './job';
import type { ClaimedJob } from './jobs.queries';
import type { JobState } from './jobs.table';
import { retryDelay } from './retry';

interface AttemptConditions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly leaseUntil: number;
  /** Milliseconds from enqueueing to the dead letter. */
  readonly giveUpAfter: number;
  /** Fires when the service stops. */
  readonly stopping: AbortSignal;
}

/** What becomes of a job after an attempt: the columns that change. */
export interface AttemptOutcome {
  readonly state: JobState;
  readonly due_at: string;
  readonly settled_at: string | null;
  readonly last_error: string | null;
  /** Why it failed, for the log. */
  readonly reason?: string;
}

/** Runs the handler while the lease holds. Never rejects. */
export async function attempt(
  job: ClaimedJob,
  handler: JobHandler<unknown>,
  conditions: AttemptConditions,
): Promise<AttemptOutcome> {
  try {
    await whileLeased(conditions, async (signal) => {
      const { id, kind, order_key: key, attempts } = job;
      await handler({ id, kind, key, input: JSON.parse(job.input), attempt: attempts, signal });
    });
    return {
      state: 'DONE',
      due_at: job.due_at,
      settled_at: timestamp(conditions.clock.now()),
      last_error: null,
    };
  } catch (error) {
    return afterFailure(job, error, conditions);
  }
}

async function whileLeased(
  { clock, leaseUntil, stopping }: AttemptConditions,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const finished = new AbortController();
  const leaseOver = new AbortController();
  const limit = clock.sleep(leaseUntil - clock.now(), finished.signal).then(() => {
    if (finished.signal.aborted) return;
    leaseOver.abort();
    throw new Error('The job was not done before its lease was over.');
  });
  try {
    await Promise.race([work(AbortSignal.any([stopping, leaseOver.signal])), limit]);
  } finally {
    finished.abort();
  }
}

function afterFailure(job: ClaimedJob, error: unknown, conditions: AttemptConditions): AttemptOutcome {
  const { due_at, last_error } = job;
  // Interrupted by us: due as before, for another instance or after the restart.
  if (conditions.stopping.aborted) return { state: 'WAITING', due_at, settled_at: null, last_error };
  const now = conditions.clock.now();
  const reason = error instanceof Error ? error.message : String(error);
  const words = error instanceof JobFailure ? error.detail : reason;
  const next = now + retryDelay(job.attempts, conditions.random);
  if (next > Date.parse(job.enqueued_at) + conditions.giveUpAfter) {
    return { state: 'DEAD', due_at, settled_at: timestamp(now), last_error: words, reason };
  }
  return { state: 'WAITING', due_at: timestamp(next), settled_at: null, last_error: words, reason };
}
