import type { EventDetails, OutageMessage } from '@trunkline/contracts/outage';
import { eventIdOf } from './event-id';
import { judge, type Known, type Verdict } from './judge';

const externalSystem = 'CCB-NMS integration';
const systems = new Set([externalSystem]);
const start = { outageType: 'C1UP', startDateTime: '2025-02-06T02:00:00-08:00' };

describe('the messages of a request', () => {
  it('are applied in their order', () => {
    const verdict = judged([
      about('1', { ...start, messageReference: '1', impactedCustomers: 1 }),
      about('1', { messageReference: '2', completionDateTime: '2025-02-07T02:00:00Z' }),
      about('1', { impactedCustomers: 3 }),
    ]);
    expect(reasons(verdict)).toEqual(['ADDED', 'UPDATED', 'UPDATED']);
    expect(verdict.events.get(eventIdOf(externalSystem, '1'))).toMatchObject({
      ...start,
      messageReference: '2',
      impactedCustomers: 3,
      completionDateTime: '2025-02-07T02:00:00Z',
      discarded: false,
    });
  });

  it('are all refused when one is at fault, and leave nothing', () => {
    const verdict = judged([about('1', start), about('2', {}), about('3', start)]);
    expect(reasons(verdict)).toEqual(['NEIGHBOUR', 'INCOMPLETE', 'NEIGHBOUR']);
    expect([verdict.refused, verdict.events.size, verdict.customers.size]).toEqual([true, 0, 0]);
  });

  it('are refused when they are stale, with what they are compared with', () => {
    const verdict = judged([
      about('1', { ...start, messageReference: '12' }),
      about('1', { messageReference: '9' }),
    ]);
    expect(verdict.judgements[1]).toMatchObject({
      reason: 'STALE',
      messageReference: '9',
      storedReference: '12',
    });
  });

  it('are not stale with the same reference, nor without one', () => {
    const verdict = judged([
      about('1', { ...start, messageReference: '12' }),
      about('1', { messageReference: '0012' }),
      about('1', {}),
      about('1', { messageReference: '12' }),
    ]);
    expect(verdict.refused).toBe(false);
  });

  it('are refused after the one that discards their event', () => {
    const verdict = judged([about('1', { ...start, discarded: true }), about('1', { discarded: false })]);
    expect(reasons(verdict)).toEqual(['NEIGHBOUR', 'DISCARDED']);
  });

  it('may correct a completed event', () => {
    const verdict = judged([
      about('1', { ...start, messageReference: '1', completionDateTime: '2025-02-07T02:00:00Z' }),
      about('1', { messageReference: '2', completionDateTime: '2025-02-07T03:00:00Z' }),
    ]);
    expect([...verdict.events.values()]).toMatchObject([{ completionDateTime: '2025-02-07T03:00:00Z' }]);
  });

  it('are all refused of a system that nobody knows', () => {
    const verdict = judged([about('1', start), about('2', {})], { of: 'x' });
    expect(reasons(verdict)).toEqual(['UNKNOWN_SYSTEM', 'UNKNOWN_SYSTEM']);
  });

  it('are judged by what is stored', () => {
    const stored = judged([about('1', { ...start, messageReference: '5' })]).events;
    expect(reasons(judged([about('1', { messageReference: '4' })], { stored }))).toEqual(['STALE']);
  });
});

function about(externalOutageId: string, details: Partial<EventDetails>): OutageMessage {
  return { eventDetails: { externalOutageId, ...details } };
}

function judged(
  outageMessages: OutageMessage[],
  { of = externalSystem, stored = new Map() as Known['events'] } = {},
): Verdict {
  const eventIds = outageMessages.map(({ eventDetails }) => eventIdOf(of, eventDetails.externalOutageId));
  return judge({ externalSystem: of, outageMessages }, { systems, eventIds, events: stored });
}

function reasons({ judgements }: Verdict): string[] {
  return judgements.map(({ reason }) => reason);
}
