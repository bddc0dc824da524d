import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@trunkline/faults';
import { Journal } from '@trunkline/store';
import { FixedClock } from '@trunkline/testing';
import { contract, speech, words } from '../../test/words-service';
import type { Call } from '../call/call';
import { OpenCall } from '../call/calls';
import { Metrics } from '../metrics/metrics';
import { createService, type RunningService } from '../start/create-service';
import { thrownFor } from './exchange';

describe('a message with an effect outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-words-'));
  let running: RunningService;
  let journal: Journal;
  let handled: Call[];

  beforeAll(async () => {
    const env = { HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_FOLDER: folder, CALL_DEADLINE_MS: '100' };
    // By a clock that stands no lease of a message is ever over.
    running = await createService(words, env, { clock: new FixedClock() });
    journal = running.app.get(Journal);
  });
  beforeEach(() => {
    handled = [];
    speech.handle = async (call) => void handled.push(call);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const send = async (id: string, body: object = { word: 'yes' }): Promise<unknown> => {
    const sent = { 'Content-Type': 'application/json', 'X-Message': id };
    const answer = await fetch(`${running.url}/words`, {
      method: 'POST',
      headers: sent,
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const throwing = (error: Error) => (call: Call) => {
    handled.push(call);
    return Promise.reject(error);
  };
  const rowOf = ({ id }: Call) => journal.find(id);
  const failing = (name: 'accept' | 'settle') =>
    void jest.spyOn(journal, name).mockRejectedValueOnce(new Error('no database'));
  const unexpected = { word: '2020' };
  const inDoubt = {
    word: '10466',
    text: expect.stringContaining('outcome of this message is unknown') as string,
  };

  it('that was not taken is not done, and nothing else is said of it', async () => {
    failing('accept');
    expect(await send('a-1')).toEqual(unexpected);
    expect(handled).toEqual([]);
    expect(await send('a-1')).toEqual({ word: 'yes' });
  });

  it('that was done and could not be kept is in doubt', async () => {
    failing('settle');
    expect(await send('a-2')).toEqual(inDoubt);
    expect(handled).toHaveLength(1);
  });

  it('that may have been done and could not be kept is in doubt', async () => {
    failing('settle');
    speech.handle = () => Promise.reject(new Fault('IcomsSystemException', { inDoubt: true, text: 'lost' }));
    expect(await send('a-3')).toEqual(inDoubt);
  });

  it('that was declined is not in doubt, though that could not be kept', async () => {
    failing('settle');
    speech.handle = () => Promise.reject(new Fault('IcomsBusinessException'));
    expect(await send('a-4')).toEqual(unexpected);
  });

  it('that breaks a rule is not done, and not kept', async () => {
    const accept = jest.spyOn(journal, 'accept');
    expect(await send('b-1', { word: 1 })).toMatchObject({ word: '10008', path: 'word' });
    expect([handled, accept.mock.calls]).toEqual([[], []]);
    expect(await send('b-1')).toEqual({ word: 'yes' });
  });

  const outcomes = [
    ['IcomsBusinessException', {}, 'ANSWERED', '10465'],
    ['IcomsBusinessException', { inDoubt: true }, 'IN_DOUBT', '10465'],
    ['IcomsSystemException', {}, 'FAILED', '10466'],
    ['IcomsSystemException', { final: true }, 'ANSWERED', '10466'],
    ['IcomsSystemException', { inDoubt: true }, 'IN_DOUBT', '10466'],
    // The operation does not declare it.
    ['OutageMessageStale', {}, 'FAILED', '2020'],
  ] as const;

  it.each(outcomes)('that ends with %s %j is %s', async (name, details, state, outcome) => {
    speech.handle = throwing(new Fault(name, details));
    expect(await send(`c-${state}-${outcome}`)).toMatchObject({
      word: outcome,
    });
    expect(await rowOf(handled[0]!)).toMatchObject({ state, outcome });
  });

  it('that failed is tried again when it comes again, in the row that it has', async () => {
    speech.handle = throwing(new Error('ours'));
    expect(await send('d-1')).toEqual(unexpected);
    speech.handle = async (call) => void handled.push(call);
    expect(await send('d-1')).toEqual({ word: 'yes' });
    const [first, second] = handled;
    expect(second!.id).toBe(first!.id);
    expect(await rowOf(first!)).toMatchObject({ state: 'ANSWERED', outcome: 'SUCCESS', attempts: 2 });
  });

  it('that comes again with other content is told which id that is', async () => {
    await send('d-2');
    expect(await send('d-2', { word: 'no' })).toMatchObject({ word: '10008', path: 'X-Message' });
    expect(handled).toHaveLength(1);
  });

  it('has a line and an observation, with the time that it took, whatever became of it', async () => {
    const lines = jest.spyOn(running.log.logger, 'info');
    const observed = jest.spyOn(running.app.get(Metrics), 'requestFinished');
    const start = performance.now();
    await send('d-3');
    failing('accept');
    await send('d-4');
    const elapsed = performance.now() - start;
    const [done] = handled;
    expect(lines).toHaveBeenCalledWith(
      expect.objectContaining({ outcome: 'SUCCESS', messageId: 'd-3' }),
      'answered',
    );
    expect(observed.mock.calls.map(([operation, outcome]) => [operation, outcome])).toEqual([
      ['Say', 'SUCCESS'],
      ['Say', '2020'],
    ]);
    const seconds = observed.mock.calls.map(([, , each]) => each);
    const { milliseconds } = lines.mock.calls[0]![0] as unknown as { milliseconds: number };
    const { duration_ms } = (await rowOf(done!))!;
    expect(Math.max(milliseconds, Number(duration_ms), ...seconds.map((each) => each * 1000))).toBeLessThan(
      elapsed,
    );
    expect(milliseconds).toBeCloseTo(seconds[0]! * 1000, 2);
  });

  it('that comes again waits for the first no longer than the deadline, and is in doubt then', async () => {
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    speech.handle = () => (begun.resolve(), released.promise);
    const first = send('a-5');
    await begun.promise;
    expect(await send('a-5')).toEqual(inDoubt);
    released.resolve();
    expect(await first).toEqual({ word: 'yes' });
  });

  it('lets go of its deadline, also when its answer cannot be put together', async () => {
    const end = jest.spyOn(OpenCall.prototype, 'end');
    const headers = jest.spyOn(speech, 'headers');
    for (let time = 0; time < 2; time++) headers.mockImplementationOnce(() => raise('no answer'));
    expect(await send('a-6')).toEqual(unexpected);
    expect(end).toHaveBeenCalledTimes(1);
  });
});

describe('what the filters of Nest see of a fault', () => {
  const cause = new Error('underneath');

  it('is what nobody declared', () => {
    expect(thrownFor(new Fault('UnexpectedError', { cause }), contract.commonFaults)).toBe(cause);
  });

  it('is the fault that is declared, whatever led to it', () => {
    const declared = new Fault('IcomsSystemException', { cause });
    expect(thrownFor(declared, contract.commonFaults)).toBe(declared);
  });
});

function raise(message: string): never {
  throw new Error(message);
}
