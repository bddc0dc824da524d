import type { OutageMessage } from '@trunkline/contracts/outage';
import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import { Intake } from '../src/store/intake';
import { expectedEvent, keptEvent } from './kept-events';
import { about, more, OutageClient, start, system } from './outage-client';
import { afterAll as afterMessages } from './outage-model';
import { startOutage } from './start-outage';

const patience = 120_000;

eachDatabase((place) => {
  let services: RunningService[];

  beforeAll(async () => {
    const places = place().url === undefined ? [place()] : [place(), place(), place()];
    services = await Promise.all(places.map((each) => startOutage(each)));
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  const client = (instance = 0) => new OutageClient(services[instance % services.length]!.url);

  it(
    'loses nothing of what comes at once, over several connections and instances',
    async () => {
      const messages = Array.from({ length: 60 }, (_, index) => about('busy', start, more(`c-${index}`)));
      const statuses = await Promise.all(messages.map((message, index) => client(index).send(message)));
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect((await keptEvent(services[0]!, 'busy'))?.customers).toHaveLength(60);
      expect((await client().history('busy')).totalCount).toBe(60);
    },
    patience,
  );

  it(
    'does not lock itself out when requests name the same events in different orders',
    async () => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const requests = Array.from({ length: 48 }, (_, index) => {
        const turned = [...ids.slice(index % 6), ...ids.slice(0, index % 6)];
        return (index % 2 ? turned : turned.reverse()).map((id) => about(id, start, more(`r-${index}`)));
      });
      const statuses = await Promise.all(requests.map((request, index) => client(index).send(...request)));
      expect(new Set(statuses)).toEqual(new Set([200]));
      for (const id of ids) expect((await keptEvent(services[0]!, id))?.customers).toHaveLength(48);
    },
    patience,
  );

  it(
    'leaves what the messages that it accepted leave, in the order of its history',
    async () => {
      const messages = new Map<string, OutageMessage>();
      for (let reference = 1; reference <= 40; reference++) {
        const details = { ...start, messageReference: String(reference), impactedCustomers: reference };
        const change =
          reference % 3 ? more(`h-${reference}`) : { customers: [{ accountId: `h-${reference}` }] };
        messages.set(
          String(reference),
          about(
            'history',
            reference % 2 ? details : { ...details, completionDateTime: start.startDateTime },
            change,
          ),
        );
      }
      const shuffled = [...messages.values()].sort((one, other) => mixed(one) - mixed(other));
      await Promise.all(shuffled.map((message, index) => client(index).send(message)));
      const history = (await client().history('history', '?limit=1000')).messages.toReversed();
      const accepted = history.filter(({ outcome }) => outcome === 'ACCEPTED');
      const kept = afterMessages(accepted.map(({ messageReference }) => messages.get(messageReference!)!));
      expect(await keptEvent(services[0]!, 'history')).toEqual(expectedEvent(kept));
      expect(kept?.fields['messageReference']).toBe('40');
    },
    patience,
  );

  it(
    'answers each of a group by itself',
    async () => {
      const intake = services[0]!.app.get(Intake);
      const verdicts = await Promise.all(
        Array.from({ length: 300 }, (_, index) => {
          const events = {
            externalSystem: index % 3 ? system : 'nobody',
            outageMessages: [about(`g-${index}`, start)],
          };
          return intake.take({ requestId: String(index), events });
        }),
      );
      expect(verdicts.map(({ refused }) => refused)).toEqual(verdicts.map((_, index) => index % 3 === 0));
    },
    patience,
  );
});

/** An order that has nothing to do with the references, and is the same every time. */
function mixed({ eventDetails }: OutageMessage): number {
  return (Number(eventDetails.messageReference) * 7919) % 101;
}
