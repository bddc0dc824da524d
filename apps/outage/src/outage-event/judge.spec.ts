import type { EventDetails, OutageMessage } from '@trunkline/contracts/outage';
import { turnsDuring } from '../../test/turns';
import { eventIdOf, eventIdsOf } from './event-id';
import { judge, type Known, type Verdict } from './judge';

const externalSystem = 'CCB-NMS integration';
const systems = new Set([externalSystem]);
const start = { outageType: 'C1UP', startDateTime: '2025-02-06T02:00:00-08:00' };

describe('the messages of a request', () => {
  it('are applied in their order', async () => {
    const verdict = await judged([
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

  it('are all refused when one is at fault, and leave nothing', async () => {
    const verdict = await judged([about('1', start), about('2', {}), about('3', start)]);
    expect(reasons(verdict)).toEqual(['NEIGHBOUR', 'INCOMPLETE', 'NEIGHBOUR']);
    expect([verdict.refused, [...verdict.events], [...verdict.customers]]).toEqual([true, [], []]);
  });

  it('are refused when they are stale, with what they are compared with', async () => {
    const verdict = await judged([
      about('1', { ...start, messageReference: '12' }),
      about('1', { messageReference: '9' }),
    ]);
    expect(verdict.judgements[1]).toMatchObject({
      reason: 'STALE',
      messageReference: '9',
      storedReference: '12',
    });
  });

  it('are not stale with the same reference, nor without one', async () => {
    const verdict = await judged([
      about('1', { ...start, messageReference: '12' }),
      about('1', { messageReference: '0012' }),
      about('1', {}),
      about('1', { messageReference: '12' }),
    ]);
    expect(verdict.refused).toBe(false);
  });

  it('are refused after the one that discards their event', async () => {
    const verdict = await judged([
      about('1', { ...start, discarded: true }),
      about('1', { discarded: false }),
    ]);
    expect(reasons(verdict)).toEqual(['NEIGHBOUR', 'DISCARDED']);
  });

  it('may correct a completed event', async () => {
    const verdict = await judged([
      about('1', { ...start, messageReference: '1', completionDateTime: '2025-02-07T02:00:00Z' }),
      about('1', { messageReference: '2', completionDateTime: '2025-02-07T03:00:00Z' }),
    ]);
    expect([...verdict.events.values()]).toMatchObject([{ completionDateTime: '2025-02-07T03:00:00Z' }]);
  });

  it('are all refused of a system that nobody knows', async () => {
    const verdict = await judged([about('1', start), about('2', {})], { of: 'x' });
    expect(reasons(verdict)).toEqual(['UNKNOWN_SYSTEM', 'UNKNOWN_SYSTEM']);
  });

  it('are judged by what is stored', async () => {
    const { events: stored } = await judged([about('1', { ...start, messageReference: '5' })]);
    expect(reasons(await judged([about('1', { messageReference: '4' })], { stored }))).toEqual(['STALE']);
  });

  it.each([
    ['accepted', start, 20],
    ['refused', {}, 40],
  ])('let others have their turn when they are %s', async (_what, last, turns) => {
    const messages = Array.from({ length: 100 }, (_, index) => about(String(index), start));
    const events = { externalSystem, outageMessages: [...messages, about('last', last)] };
    const known = { systems, eventIds: await eventIdsOf(events), events: new Map() };
    expect(await turnsDuring(() => judge(events, known))).toBeGreaterThan(turns);
  });
});

function about(externalOutageId: string, details: Partial<EventDetails>): OutageMessage {
  return { eventDetails: { externalOutageId, ...details } };
}

async function judged(
  outageMessages: OutageMessage[],
  { of = externalSystem, stored = new Map() as Known['events'] } = {},
): Promise<Verdict> {
  const events = { externalSystem: of, outageMessages };
  return judge(events, { systems, eventIds: await eventIdsOf(events), events: stored });
}

function reasons({ judgements }: Verdict): string[] {
  return judgements.map(({ reason }) => reason);
}
