import { once } from 'node:events';
import type { Call, Metrics } from '@trunkline/service';
import {
  bulkhead,
  type BulkheadPolicy,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleType,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  timeout,
  type TimeoutPolicy,
  TimeoutStrategy,
} from 'cockatiel';
import { Attempt } from './attempt';
import { CallFailure } from './call-failure';
import type { CallLimits } from './call-limits';

/** What the guard tells of its calls. */
export type CallMetrics = Pick<Metrics, 'backendCall' | 'breaker' | 'bulkhead'>;

export interface GuardedCall {
  /** The name of what the back end is asked to do: in metrics, in the call's steps, in failures. */
  readonly operation: string;
  /** Doing it twice is the same as doing it once. Default: no. */
  readonly idempotent?: boolean;
}

/** Calls the back end, and throws `attempt.failure(reason)` where that breaks. */
export type Work<T> = (attempt: Attempt) => Promise<T>;

const breakerStates = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

/**
 * Stands around every call to one back end, over whatever protocol: its deadline, its bulkhead, its breaker, its metrics, and
 * the one retry rule.
 *
 * The rule: a call is tried a second time, once, at once, on a fresh connection and within the same deadline, when no connection
 * could be made (`refused`: certainly nothing was sent), or when the connection broke (`reset`) and the call is declared
 * idempotent. Everything else fails at the first try. If either try may have had an effect, the failure says so.
 *
 * The breaker counts each try that broke: a `CallFailure` of the work, and work that the deadline ended. Every answer is a success
 * to it, whatever it says: it came in time, and the client reads it. A call that was never begun does not count.
 */
export class CallGuard {
  readonly #deadline: TimeoutPolicy;
  readonly #bulkhead: BulkheadPolicy;
  readonly #breaker: CircuitBreakerPolicy;

  constructor(
    private readonly backend: string,
    private readonly limits: CallLimits,
    private readonly metrics: CallMetrics,
  ) {
    this.#deadline = timeout(limits.deadline, {
      strategy: TimeoutStrategy.Cooperative,
      abortOnReturn: false,
    });
    this.#bulkhead = bulkhead(limits.connections, limits.waiting);
    this.#breaker = circuitBreaker(handleType(CallFailure), {
      breaker: new ConsecutiveBreaker(limits.breakerFailures),
      halfOpenAfter: limits.breakerCoolDown,
    });
    this.#breaker.onStateChange((state) => metrics.breaker(backend, breakerStates[state]));
    metrics.breaker(backend, 'closed');
  }

  /**
   * Does `work` under guard. Each try is a step of the call and an observation of the metrics.
   *
   * @throws CallFailure when the back end gave no answer. Any other error of `work` is a mistake of ours, and passed on as it is.
   */
  run<T>({ operation, idempotent = false }: GuardedCall, call: Call, work: Work<T>): Promise<T> {
    return this.#deadline.execute(async ({ signal }) => {
      const attempt = (repeated: boolean): Attempt => new Attempt(this.backend, operation, signal, repeated);
      try {
        return await this.#try(attempt(false), call, work);
      } catch (first) {
        if (!mayRepeat(first, idempotent)) throw first;
        return await this.#try(attempt(true), call, work).catch((second: unknown) => {
          throw first.effect === 'unknown' ? first : second;
        });
      }
    }, call.signal);
  }

  async #try<T>(attempt: Attempt, call: Call, work: Work<T>): Promise<T> {
    const start = performance.now();
    let outcome = 'ok';
    try {
      return await Promise.race([this.#admit(attempt, work), timeOver(attempt)]);
    } catch (error) {
      const failure = inOurWords(error, attempt);
      outcome = failure instanceof CallFailure ? failure.reason : 'error';
      throw failure;
    } finally {
      this.#record(attempt, call, outcome, performance.now() - start);
    }
  }

  #admit<T>(attempt: Attempt, work: Work<T>): Promise<T> {
    const admitted = this.#bulkhead.execute(() => {
      this.#gauge();
      return this.#breaker.execute(() => perform(attempt, work), attempt.signal);
    }, attempt.signal);
    this.#gauge();
    return admitted.finally(() => this.#gauge());
  }

  #gauge(): void {
    const { connections, waiting } = this.limits;
    const { executionSlots, queueSlots } = this.#bulkhead;
    this.metrics.bulkhead(this.backend, connections - executionSlots, waiting - queueSlots);
  }

  #record({ operation }: Attempt, call: Call, outcome: string, milliseconds: number): void {
    this.metrics.backendCall(this.backend, operation, outcome, milliseconds / 1000);
    call.steps.push({
      name: `${this.backend} ${operation}`,
      milliseconds: Math.round(milliseconds * 1000) / 1000,
      outcome,
    });
  }
}

/** However the work stops when its time is over, it is the time that stopped it. */
async function perform<T>(attempt: Attempt, work: Work<T>): Promise<T> {
  try {
    return await work(attempt);
  } catch (error) {
    throw attempt.signal.aborted ? attempt.failure('timed-out') : error;
  }
}

/** Nobody waits longer than the deadline: not for a turn, and not for work that is slow to stop. */
async function timeOver(attempt: Attempt): Promise<never> {
  await once(attempt.signal, 'abort');
  throw attempt.failure('timed-out');
}

function inOurWords(error: unknown, attempt: Attempt): unknown {
  if (isBrokenCircuitError(error)) return attempt.failure('breaker-open');
  if (isBulkheadRejectedError(error)) return attempt.failure('overloaded');
  if (isTaskCancelledError(error)) return attempt.failure('timed-out');
  return error;
}

function mayRepeat(failure: unknown, idempotent: boolean): failure is CallFailure {
  if (!(failure instanceof CallFailure)) return false;
  return failure.reason === 'refused' || (idempotent && failure.reason === 'reset');
}
