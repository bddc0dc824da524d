import type { JobEvents, Jobs, Journal } from '@trunkline/store';
import type { Metrics } from '../metrics/metrics';

/** Nobody needs to know exactly how many when there are more messages than this in doubt. */
const manyInDoubt = 1_000;

/** What waits for somebody, read when it is asked for. */
export function watchStore(
  metrics: Metrics,
  journal: Pick<Journal, 'list'>,
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
    'Messages whose outcome only an operator can tell',
    [],
    async () => {
      const { length } = await journal.list({ state: 'IN_DOUBT', limit: manyInDoubt });
      return [{ labels: {}, value: length }];
    },
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
