import { writeXml } from '@trunkline/fields';
import type { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { isLong, notations, writeLongEvents } from './long-answer';
import { writtenRootOf } from './roots';
import { OutageEvents as Events } from '../add-or-update-outage-events/outage-events';

/** Texts that look like the holes of the lists. */
const events: OutageEvents = {
  externalSystem: '"outageMessages":[]',
  outageMessages: [
    {
      eventDetails: { externalOutageId: '"customers":[]<customers/>' },
      customerInformation: { customers: customers(1) },
    },
    {
      eventDetails: { externalOutageId: '<outageMessages/>"customers":[]<customers/>' },
      customerInformation: { incrementalUpdate: true, customers: customers(1_201) },
      characteristics: [
        { characteristicType: 'A', characteristicValue: { value: '"customers":[]<customers/>' } },
      ],
    },
    { eventDetails: { externalOutageId: '2' } },
  ],
};

describe('a long answer in pieces', () => {
  it('is the same JSON', () => {
    expect([...writeLongEvents(events, notations.json)].join('')).toBe(JSON.stringify(events));
  });

  it('is the same XML', () => {
    expect([...writeLongEvents(events, notations.xml)].join('')).toBe(
      writeXml(writtenRootOf(Events), events),
    );
  });

  it('comes in pieces of a moderate size', () => {
    const pieces = [...writeLongEvents(events, notations.xml)];
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
  });

  it('is one of many messages, or of a message with many customers', () => {
    const [message] = events.outageMessages;
    expect(isLong(events)).toBe(true);
    expect(isLong({ ...events, outageMessages: Array.from({ length: 501 }, () => message!) })).toBe(true);
    expect(isLong({ ...events, outageMessages: [message!] })).toBe(false);
  });
});

function customers(count: number): { accountId: string; spId: string }[] {
  return Array.from({ length: count }, (_, index) => ({ accountId: `a${index}`, spId: '<&>"' }));
}
