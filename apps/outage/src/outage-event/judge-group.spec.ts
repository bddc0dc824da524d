import type { OutageMessage } from '@trunkline/contracts/outage';
import { turnsDuring } from '../../test/turns';
import { eventIdsOf } from './event-id';
import { type Identified, judgeGroup } from './judge-group';

const externalSystem = 'CCB-NMS integration';
const known = { systems: new Set([externalSystem]), events: new Map() };
const start = { outageType: 'C1UP', startDateTime: '2025-02-06T02:00:00-08:00' };

function about(externalOutageId: string, details: object, accountId: string): OutageMessage {
  return {
    eventDetails: { externalOutageId, ...details },
    customerInformation: { incrementalUpdate: true, customers: [{ accountId }] },
  };
}

async function request(...outageMessages: OutageMessage[]): Promise<Identified> {
  const events = { externalSystem, outageMessages };
  return { events, eventIds: await eventIdsOf(events) };
}

describe('requests that are taken in together', () => {
  it('are judged by what those before them left, where these are not refused', async () => {
    const group = await Promise.all([
      request(about('1', { ...start, messageReference: '5' }, 'a')),
      request(about('1', { messageReference: '4', impactedCustomers: 4 }, 'b')),
      request(about('1', { messageReference: '6' }, 'c')),
    ]);
    const { verdicts, events, customers } = await judgeGroup(group, known);
    const reasons = verdicts.map(({ judgements: [judgement] }) => judgement!.reason);
    expect(reasons).toEqual(['ADDED', 'STALE', 'UPDATED']);
    expect([...events.values()]).toMatchObject([{ messageReference: '6', impactedCustomers: null }]);
    const lists = [[{ accountId: 'a' }], [{ accountId: 'c' }]];
    expect([...customers]).toEqual([[group[0]!.eventIds[0], { replaces: false, lists }]]);
  });

  it('let others have their turn, however short each of them is', async () => {
    const group = Array(100).fill(await request(about('1', start, 'a')));
    expect(await turnsDuring(() => judgeGroup(group, known))).toBeGreaterThan(30);
  });

  it('let others have their turn, also while what a long one changes is put to the rest', async () => {
    const messages = Array.from({ length: 100 }, (_, index) => about(String(index), start, 'a'));
    const group = [await request(...messages)];
    expect(await turnsDuring(() => judgeGroup(group, known))).toBeGreaterThan(60);
  });
});
