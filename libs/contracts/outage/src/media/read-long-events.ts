import type { FieldFault } from '@trunkline/faults';
import { type MessageClass, type Reading, readObject } from '@trunkline/fields';
import { Customer, OutageEvents, OutageMessage } from '../add-or-update-outage-events/outage-events';
import { parseLongJson } from './long-json';

/** So many broken rules are told: a flood of them stays small. */
const mostFaults = 1_000;

/** Reads news of outage events that are too long to be read in one go: others get their turn in between. */
export async function readLongEvents(text: string, piece?: number): Promise<Reading<OutageEvents>> {
  const parts = new Parts();
  const value = await parseLongJson(
    text,
    (path, elements, from) => parts.readElements(path, elements, from),
    piece,
  );
  const messages = member(value, 'outageMessages');
  if (!Array.isArray(messages) || messages.length === 0) return readObject(OutageEvents, value);
  const { message: events, faults } = readObject(OutageEvents, { ...(value as object), outageMessages: [] });
  parts.faults.push(...faults.filter(({ path }) => path !== 'outageMessages'));
  for (const [index, message] of messages.entries()) {
    events.outageMessages.push(parts.readMessage(message, `outageMessages/${index}`));
  }
  return { message: events, faults: parts.faults.slice(0, mostFaults) };
}

/** What the elements of the lists are, that may be long. */
const lists: readonly [path: RegExp, type: MessageClass][] = [
  [/^outageMessages$/, OutageMessage],
  [/^outageMessages\/\d+\/customerInformation\/customers$/, Customer],
];

/** Reads the parts of a message one by one. */
class Parts {
  readonly faults: FieldFault[] = [];

  /** Reads what came of a long list. */
  readElements(path: string, elements: unknown[], from: number): unknown[] {
    const type = lists.find(([list]) => list.test(path))?.[1];
    return type
      ? elements.map((element, index) => this.read(type, element, `${path}/${from + index}`))
      : elements;
  }

  /** Reads a message, but for what is read of it already. */
  readMessage(value: unknown, path: string): OutageMessage {
    if (value instanceof OutageMessage) return value;
    const information = member(value, 'customerInformation');
    const customers = member(information, 'customers');
    if (!Array.isArray(customers)) return this.read(OutageMessage, value, path);
    const short = {
      ...(value as object),
      customerInformation: { ...(information as object), customers: [] },
    };
    const message = this.read(OutageMessage, short, path);
    message.customerInformation!.customers = customers.map((customer, index) =>
      this.read(Customer, customer, `${path}/customerInformation/customers/${index}`),
    );
    return message;
  }

  private read<T extends object>(type: MessageClass<T>, value: unknown, path: string): T {
    if (value instanceof type) return value;
    const { message, faults } = readObject(type, value);
    if (faults.length > 0 && this.faults.length < mostFaults) {
      this.faults.push(
        ...faults.map((fault) => ({ ...fault, path: fault.path ? `${path}/${fault.path}` : path })),
      );
    }
    return message;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
