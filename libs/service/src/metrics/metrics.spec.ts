import { Metrics } from './metrics';

async function linesOf(metrics: Metrics, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name));
}

it('counts and times messages by operation and outcome', async () => {
  const metrics = new Metrics();
  metrics.requestFinished('CreateEventV2', 'SUCCESS', 0.02);
  metrics.requestFinished('CreateEventV2', 'SUCCESS', 0.2);
  metrics.requestFinished('CreateEventV2', '10008', 0.001);
  const counts = await linesOf(metrics, 'trunkline_request_duration_seconds_count');
  expect(counts).toEqual([
    'trunkline_request_duration_seconds_count{operation="CreateEventV2",outcome="SUCCESS"} 2',
    'trunkline_request_duration_seconds_count{operation="CreateEventV2",outcome="10008"} 1',
  ]);
});

it('counts what is refused, and does not time it', async () => {
  const metrics = new Metrics();
  metrics.requestRefused('events', 'Overloaded');
  metrics.requestRefused('events', 'Overloaded');
  expect(await linesOf(metrics, 'trunkline_requests_refused_total')).toEqual([
    'trunkline_requests_refused_total{operation="events",outcome="Overloaded"} 2',
  ]);
  expect(await linesOf(metrics, 'trunkline_request_duration_seconds_count')).toEqual([]);
});

it('counts and times calls to back ends', async () => {
  const metrics = new Metrics();
  metrics.backendCall('icoms', 'MAC00183', 'ok', 0.1);
  expect(await linesOf(metrics, 'trunkline_backend_call_duration_seconds_sum')).toEqual([
    'trunkline_backend_call_duration_seconds_sum{backend="icoms",operation="MAC00183",outcome="ok"} 0.1',
  ]);
});

it('shows a breaker in one state at a time', async () => {
  const metrics = new Metrics();
  metrics.breaker('icoms', 'closed');
  metrics.breaker('icoms', 'open');
  expect(await linesOf(metrics, 'trunkline_backend_breaker_state')).toEqual([
    'trunkline_backend_breaker_state{backend="icoms",state="closed"} 0',
    'trunkline_backend_breaker_state{backend="icoms",state="half-open"} 0',
    'trunkline_backend_breaker_state{backend="icoms",state="open"} 1',
  ]);
});

it('shows how many calls run and wait', async () => {
  const metrics = new Metrics();
  metrics.bulkhead('icoms', 8, 3);
  expect(await linesOf(metrics, 'trunkline_backend_calls')).toEqual([
    'trunkline_backend_calls{backend="icoms",state="running"} 8',
    'trunkline_backend_calls{backend="icoms",state="waiting"} 3',
  ]);
});

it('reads what is watched anew each time', async () => {
  const metrics = new Metrics();
  const readings = [[{ labels: { state: 'waiting' }, value: 2 }], []];
  metrics.watch('trunkline_jobs', 'Jobs', ['state'], () => Promise.resolve(readings.shift() ?? []));
  expect(await linesOf(metrics, 'trunkline_jobs')).toEqual(['trunkline_jobs{state="waiting"} 2']);
  expect(await linesOf(metrics, 'trunkline_jobs')).toEqual([]);
});

it('is there when something that is watched cannot be read', async () => {
  const metrics = new Metrics();
  metrics.watch('trunkline_jobs', 'Jobs', ['state'], () => Promise.reject(new Error('no database')));
  expect(await linesOf(metrics, 'nodejs_eventloop_lag_seconds')).toHaveLength(1);
  expect(await linesOf(metrics, 'trunkline_jobs')).toEqual([]);
});
