import { aCall, RecordedMetrics } from '../test/recorded-call';
import type { Attempt } from './attempt';
import type { FailureReason } from './call-failure';
import { CallGuard } from './call-guard';
import type { CallLimits } from './call-limits';

const limits: CallLimits = {
  deadline: 60_000,
  connections: 10,
  waiting: 10,
  breakerFailures: 100,
  breakerCoolDown: 5_000,
};

function aGuard(changes: Partial<CallLimits> = {}): { guard: CallGuard; metrics: RecordedMetrics } {
  const metrics = new RecordedMetrics();
  return { guard: new CallGuard('icoms', { ...limits, ...changes }, metrics), metrics };
}

const createEvent = { operation: 'createEvent' };
const breaks = (reason: FailureReason) => (attempt: Attempt) => Promise.reject(attempt.failure(reason));

/** Work that began and ends only with its signal, as HTTP does. */
async function hang(attempt: Attempt): Promise<never> {
  attempt.sending();
  return new Promise((_resolve, reject) => {
    attempt.signal.addEventListener('abort', () => reject(new Error('aborted')));
  });
}

describe('a call that is answered', () => {
  it('gives the answer, a step and an observation', async () => {
    const { guard, metrics } = aGuard();
    const call = aCall();
    const clock = jest.spyOn(performance, 'now').mockReturnValueOnce(1_000).mockReturnValueOnce(1_250.0004);
    await expect(guard.run(createEvent, call, () => Promise.resolve('answer'))).resolves.toBe('answer');
    clock.mockRestore();
    expect(call.steps).toEqual([{ name: 'icoms createEvent', milliseconds: 250, outcome: 'ok' }]);
    expect(metrics.calls).toEqual(['icoms createEvent ok']);
    expect(metrics.seconds).toEqual([expect.closeTo(0.2500004, 9)]);
    expect(metrics.places.at(-1)).toBe('icoms 0 running 0 waiting');
  });
});

describe('the deadline', () => {
  it('ends work that was sent with an unknown effect', async () => {
    const { guard, metrics } = aGuard({ deadline: 5 });
    const call = aCall();
    await expect(guard.run(createEvent, call, hang)).rejects.toMatchObject({
      reason: 'timed-out',
      effect: 'unknown',
    });
    expect(call.steps).toMatchObject([{ outcome: 'timed-out' }]);
    expect(metrics.calls).toEqual(['icoms createEvent timed-out']);
  });

  it('ends work that was not sent without an effect', async () => {
    const { guard } = aGuard({ deadline: 5 });
    const connecting = (): Promise<never> => new Promise(() => undefined);
    await expect(guard.run(createEvent, aCall(), connecting)).rejects.toMatchObject({ effect: 'none' });
  });

  it('is also that of the whole message', async () => {
    const message = new AbortController();
    const running = aGuard().guard.run(createEvent, aCall(message.signal), hang);
    message.abort();
    await expect(running).rejects.toMatchObject({ reason: 'timed-out', effect: 'unknown' });
  });

  it('lets nothing begin when it is over', async () => {
    const { guard, metrics } = aGuard();
    const work = jest.fn();
    await expect(guard.run(createEvent, aCall(AbortSignal.abort()), work)).rejects.toMatchObject({
      reason: 'timed-out',
      effect: 'none',
    });
    expect(work).not.toHaveBeenCalled();
    expect(metrics.calls).toEqual(['icoms createEvent timed-out']);
  });

  it('is one for both tries', async () => {
    const { guard } = aGuard({ deadline: 20 });
    const signals: AbortSignal[] = [];
    const work = (attempt: Attempt): Promise<never> => {
      signals.push(attempt.signal);
      return attempt.repeated ? hang(attempt) : breaks('refused')(attempt);
    };
    await expect(guard.run(createEvent, aCall(), work)).rejects.toMatchObject({ reason: 'timed-out' });
    expect(signals).toHaveLength(2);
    expect(signals[0]).toBe(signals[1]);
  });
});

describe('the bulkhead', () => {
  const bulkhead = { connections: 1, waiting: 1 };

  it('refuses a call for which there is no place, at once and without an effect', async () => {
    const { guard, metrics } = aGuard(bulkhead);
    const message = new AbortController();
    const running = guard.run(createEvent, aCall(message.signal), hang);
    const waiting = guard.run(createEvent, aCall(), () => Promise.resolve(metrics.places.at(-1)));
    expect(metrics.places.at(-1)).toBe('icoms 1 running 1 waiting');
    await expect(guard.run(createEvent, aCall(), hang)).rejects.toMatchObject({
      reason: 'overloaded',
      effect: 'none',
    });
    expect(metrics.places.at(-1)).toBe('icoms 1 running 1 waiting');
    message.abort();
    await expect(running).rejects.toMatchObject({ reason: 'timed-out' });
    await expect(waiting).resolves.toBe('icoms 1 running 0 waiting');
    expect(metrics.places.at(-1)).toBe('icoms 0 running 0 waiting');
  });

  it('lets nobody wait beyond the deadline', async () => {
    const { guard } = aGuard(bulkhead);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = guard.run(createEvent, aCall(first.signal), hang);
    const work = jest.fn();
    const waiting = guard.run(createEvent, aCall(second.signal), work);
    second.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'timed-out', effect: 'none' });
    first.abort();
    await expect(running).rejects.toMatchObject({ reason: 'timed-out' });
    expect(work).not.toHaveBeenCalled();
  });

  it('keeps the place of work that does not stop', async () => {
    const { guard } = aGuard({ ...bulkhead, waiting: 0 });
    const message = new AbortController();
    const deaf = guard.run(createEvent, aCall(message.signal), () => new Promise(() => undefined));
    message.abort();
    await expect(deaf).rejects.toMatchObject({ reason: 'timed-out' });
    await expect(guard.run(createEvent, aCall(), hang)).rejects.toMatchObject({ reason: 'overloaded' });
  });
});

describe('the breaker', () => {
  const breaker = { breakerFailures: 2 };
  let now: number;

  beforeEach(() => {
    now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('opens after failures in a row, lets nothing through, and closes when a call after the cool-down is answered', async () => {
    const { guard, metrics } = aGuard(breaker);
    const answer = jest.fn(() => Promise.resolve('answer'));
    for (const _failure of [1, 2]) {
      await expect(guard.run(createEvent, aCall(), breaks('reset'))).rejects.toMatchObject({
        reason: 'reset',
      });
    }
    now += 4_999;
    await expect(guard.run(createEvent, aCall(), answer)).rejects.toMatchObject({
      reason: 'breaker-open',
      effect: 'none',
    });
    expect(answer).not.toHaveBeenCalled();
    now += 1;
    await expect(guard.run(createEvent, aCall(), answer)).resolves.toBe('answer');
    expect(metrics.breakerStates).toEqual(['icoms closed', 'icoms open', 'icoms half-open', 'icoms closed']);
  });

  it('opens again when the call after the cool-down fails', async () => {
    const { guard, metrics } = aGuard(breaker);
    for (const _failure of [1, 2])
      await guard.run(createEvent, aCall(), breaks('reset')).catch(() => undefined);
    now += 5_000;
    await expect(guard.run(createEvent, aCall(), breaks('reset'))).rejects.toMatchObject({ reason: 'reset' });
    await expect(guard.run(createEvent, aCall(), hang)).rejects.toMatchObject({ reason: 'breaker-open' });
    expect(metrics.breakerStates.slice(2)).toEqual(['icoms half-open', 'icoms open']);
  });

  it('counts work that the deadline ended', async () => {
    const { guard } = aGuard({ ...breaker, deadline: 5 });
    for (const _failure of [1, 2]) {
      await expect(guard.run(createEvent, aCall(), hang)).rejects.toMatchObject({ reason: 'timed-out' });
    }
    await expect(guard.run(createEvent, aCall(), hang)).rejects.toMatchObject({ reason: 'breaker-open' });
  });

  it.each([
    ['an answer', () => Promise.resolve('answer')],
    ['a mistake of ours', () => Promise.reject(new TypeError('ours'))],
  ])('does not count %s', async (_what, work) => {
    const { guard, metrics } = aGuard(breaker);
    for (const _call of [1, 2, 3]) await guard.run(createEvent, aCall(), work).catch(() => undefined);
    expect(metrics.breakerStates).toEqual(['icoms closed']);
  });

  it('forgets failures when a call is answered', async () => {
    const { guard, metrics } = aGuard(breaker);
    for (const work of [breaks('reset'), () => Promise.resolve('answer'), breaks('reset')]) {
      await guard.run<unknown>(createEvent, aCall(), work).catch(() => undefined);
    }
    expect(metrics.breakerStates).toEqual(['icoms closed']);
  });
});

describe('the retry rule', () => {
  it.each<[FailureReason, 'idempotent' | 'not idempotent', number]>([
    ['refused', 'not idempotent', 2],
    ['refused', 'idempotent', 2],
    ['reset', 'not idempotent', 1],
    ['reset', 'idempotent', 2],
    ['timed-out', 'idempotent', 1],
    ['unreadable', 'idempotent', 1],
    ['too-large', 'idempotent', 1],
  ])('on %s, %s: %i tries', async (reason, declared, tries) => {
    const { guard, metrics } = aGuard();
    const call = aCall();
    const work = jest.fn(breaks(reason));
    const guarded = { ...createEvent, idempotent: declared === 'idempotent' };
    await expect(guard.run(guarded, call, work)).rejects.toMatchObject({ reason });
    expect(work.mock.calls.map(([attempt]) => attempt.repeated)).toEqual([false, true].slice(0, tries));
    expect(call.steps.map(({ outcome }) => outcome)).toEqual(Array(tries).fill(reason));
    expect(metrics.calls).toHaveLength(tries);
  });

  it('says unknown when the first try may have had an effect and the second had none', async () => {
    const { guard } = aGuard();
    const work = (attempt: Attempt): Promise<never> => {
      if (attempt.repeated) return breaks('refused')(attempt);
      attempt.sending();
      return breaks('reset')(attempt);
    };
    await expect(guard.run({ ...createEvent, idempotent: true }, aCall(), work)).rejects.toMatchObject({
      effect: 'unknown',
    });
  });

  it('says unknown when the second try may have had an effect', async () => {
    const work = (attempt: Attempt): Promise<never> => {
      if (!attempt.repeated) return breaks('refused')(attempt);
      attempt.sending();
      return breaks('reset')(attempt);
    };
    await expect(aGuard().guard.run(createEvent, aCall(), work)).rejects.toMatchObject({
      reason: 'reset',
      effect: 'unknown',
    });
  });

  it('does not repeat a mistake of ours', async () => {
    const work = jest.fn(() => Promise.reject(new TypeError('ours')));
    const call = aCall();
    await expect(aGuard().guard.run({ ...createEvent, idempotent: true }, call, work)).rejects.toThrow(
      'ours',
    );
    expect(work).toHaveBeenCalledTimes(1);
    expect(call.steps).toMatchObject([{ outcome: 'error' }]);
  });
});
