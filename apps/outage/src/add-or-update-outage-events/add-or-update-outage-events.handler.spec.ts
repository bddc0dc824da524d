import type { OutageEvents } from '@trunkline/contracts/outage';
import type { Call } from '@trunkline/service';
import { turnsDuring } from '../../test/turns';
import { ListChanges } from '../outage-event/customer-list';
import type { Judgement, Verdict } from '../outage-event/judge';
import type { Intake } from '../store/intake';
import { AddOrUpdateOutageEventsHandler } from './add-or-update-outage-events.handler';

const many = Array.from({ length: 100 }, (_, place) => place);

const request: OutageEvents = {
  externalSystem: 'system',
  outageMessages: many.map((place) => ({
    eventDetails: { externalOutageId: String(place) },
    characteristics: [{ typeOfCharacteristicValue: 'ADV' }],
  })),
};

const verdict = (reason: Judgement['reason']): Verdict => ({
  refused: reason !== 'ADDED',
  judgements: many.map((place) => ({
    eventId: String(place),
    externalOutageId: String(place),
    place,
    reason,
    messageReference: null,
    storedReference: null,
  })),
  events: new Map(),
  customers: new ListChanges(),
});

/** Only the way around the intake. */
function handle(reason: Judgement['reason']): Promise<OutageEvents> {
  const intake = { take: async () => verdict(reason) } as unknown as Intake;
  return new AddOrUpdateOutageEventsHandler(intake).handle(request, { ids: {} } as Call);
}

describe('a request with many messages', () => {
  it('lets others have their turn on its way in', async () => {
    expect(await turnsDuring(() => handle('ADDED'))).toBeGreaterThan(20);
  });

  it('lets others have their turn while its refusal is put into words', async () => {
    const accepted = await turnsDuring(() => handle('ADDED'));
    const refused = await turnsDuring(() => expect(handle('STALE')).rejects.toThrow('stale'));
    expect(refused - accepted).toBeGreaterThan(20);
  });
});
