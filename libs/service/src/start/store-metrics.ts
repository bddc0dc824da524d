import type { JobEvents, Jobs, Journal } from '@trunkline/store';
import type { Metrics } from '../metrics/metrics';

/** What waits for somebody, read when it is asked for. */
export function watchStore(
  metrics: Metrics,
  journal: Pick<Journal, 'countInDoubt'>,
  jobs: Pick<Jobs, 'count'>,
): void {
  metrics.watch(
    'trunkline_jobs',
    'Jobs that wait, and jobs that were given up',
    ['kind', 'state'],
    async () => {
      const counts = await jobs.count();
      return counts.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count }));
    },
  );
  metrics.watch(
    'trunkline_messages_in_doubt',
    'Messages of which nobody knows what came of them, until the service or an operator finds out',
    [],
    async () => [{ labels: {}, value: await journal.countInDoubt() }],
  );
}

export function jobEvents(metrics: Metrics): JobEvents {
  return {
    enqueued: (kind) => metrics.job(kind, 'enqueued'),
    succeeded: (kind) => metrics.job(kind, 'succeeded'),
    retried: (kind) => metrics.job(kind, 'retried'),
    dead: (kind) => metrics.job(kind, 'dead'),
  };
}
