import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A circuit breaker's states. */
export const breakerStates = ['closed', 'half-open', 'open'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** One sample of a gauge that is read when somebody looks. */
export interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What an operator watches. Recording costs about half a microsecond. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'trunkline_request_duration_seconds',
    help: 'Messages by operation and outcome: how many, and how long from the head of the request to the answer',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  });

  private readonly refusals = new Counter({
    name: 'trunkline_requests_refused_total',
    help: 'Requests that were refused before they were messages, by operation, or the service where they name none, and outcome',
    labelNames: ['operation', 'outcome'],
    registers: [this.registry],
  });

  private readonly backendCalls = new Histogram({
    name: 'trunkline_backend_call_duration_seconds',
    help: 'Calls to back ends by operation and outcome: how many, and how long',
    labelNames: ['backend', 'operation', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  });

  private readonly breakers = new Gauge({
    name: 'trunkline_backend_breaker_state',
    help: 'The circuit breaker of a back end: 1 for the state that it is in',
    labelNames: ['backend', 'state'],
    registers: [this.registry],
  });

  private readonly bulkheads = new Gauge({
    name: 'trunkline_backend_calls',
    help: 'Calls to a back end at this moment: running, and waiting for their turn',
    labelNames: ['backend', 'state'],
    registers: [this.registry],
  });

  private readonly jobs = new Counter({
    name: 'trunkline_job_events_total',
    help: 'What became of jobs: enqueued, succeeded, retried, dead',
    labelNames: ['kind', 'event'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestFinished(operation: string, outcome: string, seconds: number): void {
    this.requests.observe({ operation, outcome }, seconds);
  }

  /** Not timed: thousands that are refused at once would hide how long the others take. */
  requestRefused(operation: string, outcome: string): void {
    this.refusals.inc({ operation, outcome });
  }

  backendCall(backend: string, operation: string, outcome: string, seconds: number): void {
    this.backendCalls.observe({ backend, operation, outcome }, seconds);
  }

  breaker(backend: string, state: BreakerState): void {
    for (const each of breakerStates) this.breakers.labels(backend, each).set(each === state ? 1 : 0);
  }

  bulkhead(backend: string, running: number, waiting: number): void {
    this.bulkheads.labels(backend, 'running').set(running);
    this.bulkheads.labels(backend, 'waiting').set(waiting);
  }

  job(kind: string, event: 'enqueued' | 'succeeded' | 'retried' | 'dead'): void {
    this.jobs.labels(kind, event).inc();
  }

  /**
   * A gauge that is read when it is asked for, such as the jobs that wait. What cannot be read is left out: the other metrics
   * are of the more use the less works.
   */
  watch(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Promise<readonly Reading[]>,
  ): void {
    const collect = async (): Promise<void> => {
      gauge.reset();
      for (const { labels, value } of await read().catch(() => [])) gauge.set(labels, value);
    };
    const gauge = new Gauge({ name, help, labelNames, registers: [this.registry], collect });
  }

  /** Everything, as Prometheus reads it. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
