import type { OutageMessage } from '@trunkline/contracts/outage';
import type { RunningService } from '@trunkline/service';
import { eachDatabase } from '@trunkline/testing';
import fc from 'fast-check';
import { Intake } from '../src/store/intake';
import { expectedEvent, keptEvent } from './kept-events';
import { system } from './outage-client';
import { anyMessages, completeMessages, orders } from './outage-messages';
import { afterAll as afterMessages, next } from './outage-model';
import { startOutage } from './start-outage';

const patience = 120_000;

eachDatabase((place) => {
  let services: RunningService[];
  let events = 0;
  let freshId = '';

  beforeAll(async () => {
    // A database file has one process; PostgreSQL has as many as there are.
    const places = place().url === undefined ? [place()] : [place(), place()];
    services = await Promise.all(places.map((each) => startOutage(each)));
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  const freshEvent = () => `event-${++events}`;
  const send = async (outageMessages: OutageMessage[], instance = 0) => {
    const intake = services[instance % services.length]!.app.get(Intake);
    const { refused } = await intake.take({
      requestId: '-',
      events: { externalSystem: system, outageMessages },
    });
    return !refused;
  };

  it(
    'ends any order of complete messages, with repetitions, in what the newest says',
    async () => {
      const ordered = completeMessages().chain((messages) =>
        fc.tuple(fc.constant(messages), orders(messages)),
      );
      await fc.assert(
        fc.asyncProperty(ordered, async ([messages, order]) => {
          const id = freshEvent();
          for (const message of order) await send([as(id, message)]);
          expect(await keptEvent(services[0]!, id)).toEqual(
            expectedEvent(afterMessages([as(id, messages.at(-1)!)])),
          );
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );

  it(
    'ends them there, too, when they come at once at all instances',
    async () => {
      await fc.assert(
        fc.asyncProperty(completeMessages(), async (messages) => {
          const id = freshEvent();
          const twice = [...messages, ...messages].map((message) => as(id, message));
          await Promise.all(twice.map((message, index) => send([message], index)));
          expect(await keptEvent(services[0]!, id)).toEqual(
            expectedEvent(afterMessages([as(id, messages.at(-1)!)])),
          );
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );

  it(
    'applies and refuses any messages as the contract says',
    async () => {
      const ordered = anyMessages().chain((messages) => orders(messages));
      await fc.assert(
        fc
          .asyncProperty(ordered, async (order) => {
            const messages = order.map((message) => as(freshId, message));
            let event: ReturnType<typeof next>;
            for (const message of messages) {
              const after = next(event, message);
              expect(await send([message])).toBe(after !== undefined);
              event = after ?? event;
            }
            expect(await keptEvent(services[0]!, freshId)).toEqual(expectedEvent(event));
          })
          .beforeEach(() => void (freshId = freshEvent())),
        { numRuns: 100 },
      );
    },
    patience,
  );
});

function as(externalOutageId: string, message: OutageMessage): OutageMessage {
  return { ...message, eventDetails: { ...message.eventDetails, externalOutageId } };
}
