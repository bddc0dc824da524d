import type { FieldFault } from '@trunkline/faults';
import { type MessageClass, type Reading, readObject } from '@trunkline/fields';
import { Customer, OutageEvents, OutageMessage } from '../add-or-update-outage-events/outage-events';
import { Turn } from './turn';

/** A list of customers up to so many is read with its message. */
const longestAtOnce = 1_000;

/** So many broken rules are told: a flood of them stays small. */
const mostFaults = 1_000;

/** `readObject` for news of outage events that are too long to be read in one go: others get their turn in between. */
export async function readLongEvents(value: unknown): Promise<Reading<OutageEvents>> {
  const messages = member(value, 'outageMessages');
  if (!Array.isArray(messages) || messages.length === 0) return readObject(OutageEvents, value);
  const parts = new Parts();
  const { message: events, faults } = readObject(OutageEvents, { ...(value as object), outageMessages: [] });
  parts.faults.push(...faults.filter(({ path }) => path !== 'outageMessages'));
  for (const [index, message] of messages.entries()) {
    events.outageMessages.push(await readMessage(parts, message, `outageMessages/${index}`));
  }
  return { message: events, faults: parts.faults.slice(0, mostFaults) };
}

async function readMessage(parts: Parts, value: unknown, path: string): Promise<OutageMessage> {
  if (parts.turn.isOver) await parts.turn.next();
  const information = member(value, 'customerInformation');
  const customers = member(information, 'customers');
  if (!Array.isArray(customers) || customers.length <= longestAtOnce)
    return parts.read(OutageMessage, value, path);
  const short = { ...(value as object), customerInformation: { ...(information as object), customers: [] } };
  const message = parts.read(OutageMessage, short, path);
  const read = message.customerInformation!.customers!;
  for (const customer of customers as unknown[]) {
    if (parts.turn.isOver) await parts.turn.next();
    read.push(parts.read(Customer, customer, `${path}/customerInformation/customers/${read.length}`));
  }
  return message;
}

/** Reads the parts of a message one by one. */
class Parts {
  readonly faults: FieldFault[] = [];
  readonly turn = new Turn();

  read<T extends object>(type: MessageClass<T>, value: unknown, path: string): T {
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
