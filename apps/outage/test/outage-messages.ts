import type { EventDetails, OutageMessage } from '@trunkline/contracts/outage';
import fc from 'fast-check';

const hours = fc.integer({ min: 10, max: 20 }).map((hour) => `2026-01-30T${hour}:00:00+01:00`);

const details = {
  outageType: fc.constantFrom('C1PL', 'C1UP'),
  startDateTime: hours,
  estimatedRestorationTime: hours,
  completionDateTime: hours,
  impactedCustomers: fc.nat(9),
  additionalDetails: fc.array(
    fc.record({ name: fc.constantFrom('a', 'b'), value: fc.constantFrom('1', '2') }),
    { maxLength: 2 },
  ),
};

const customers = fc
  .uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: 4 })
  .map((ids) => ids.map((accountId) => ({ accountId })));

const characteristics = fc.array(
  fc.record({ characteristicType: fc.constantFrom('A', 'B'), sequence: fc.nat(3) }),
  { maxLength: 2 },
);

/** Messages of one event with references that differ. Those that are complete say everything, and only the last may discard. */
export function completeMessages(): fc.Arbitrary<OutageMessage[]> {
  const message = fc.record({
    eventDetails: fc.record(details),
    customerInformation: fc.record({ incrementalUpdate: fc.constant(false), customers }),
    characteristics,
  });
  return fc
    .tuple(fc.array(message, { minLength: 2, maxLength: 5 }), fc.boolean())
    .map(([messages, discarded]) =>
      numbered(messages, (index) => ({ discarded: discarded && index === messages.length - 1 })),
    );
}

/** Messages of one event with references that differ; they say what they like. */
export function anyMessages(): fc.Arbitrary<OutageMessage[]> {
  const message = fc.record(
    {
      eventDetails: fc.record(
        { ...details, discarded: fc.constantFrom(false, false, false, true) },
        { requiredKeys: [] },
      ),
      customerInformation: fc.record({ incrementalUpdate: fc.boolean(), customers }, { requiredKeys: [] }),
      characteristics,
    },
    { requiredKeys: ['eventDetails'] },
  );
  return fc.array(message, { minLength: 2, maxLength: 6 }).map((messages) => numbered(messages, () => ({})));
}

/** References of several lengths, so that only their value orders them. */
function numbered(
  messages: readonly { eventDetails: object }[],
  also: (index: number) => Partial<EventDetails>,
): OutageMessage[] {
  return messages.map((message, index) => ({
    ...message,
    eventDetails: {
      ...message.eventDetails,
      ...also(index),
      externalOutageId: '',
      messageReference: '0'.repeat(index % 3) + String(8 + index),
    },
  }));
}

/** Every message at least once, in any order. */
export function orders<T>(messages: readonly T[]): fc.Arbitrary<T[]> {
  const all = fc.shuffledSubarray([...messages], { minLength: messages.length });
  const again = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...messages)), { maxLength: 4 });
  return fc.tuple(all, again).map(([order, repetitions]) => {
    const mixed = [...order];
    for (const [place, message] of repetitions) mixed.splice(place % (mixed.length + 1), 0, message);
    return mixed;
  });
}
