import type { FieldFault } from '@trunkline/faults';
import type { MessageClass, Reading } from '@trunkline/fields';
import { Customer, OutageEvents, OutageMessage } from '../add-or-update-outage-events/outage-events';
import { parseLongJson } from './long-json';
import { readValue } from './read-value';
import { Turn } from './turn';

/** So many faults are listed, and nothing is read behind them: a flood of them stays small. */
const mostFaults = 1_000;

const more: FieldFault = { path: '', rule: 'more', message: 'breaks more rules than are listed' };

/** Reads news of outage events that are too long to be read in one go: others get their turn in between. */
export async function readLongEvents(text: string, piece?: number): Promise<Reading<OutageEvents>> {
  const ahead = new ReadingAhead();
  const value = await parseLongJson(text, (path, elements) => ahead.read(path, elements), piece);
  const messages = member(value, 'outageMessages');
  if (!Array.isArray(messages) || messages.length === 0) return readValue(OutageEvents, value);
  const { message: events, faults } = readValue(OutageEvents, { ...(value as object), outageMessages: [] });
  const rest = new Rest(faults.filter(({ path }) => path !== 'outageMessages'));
  await rest.readMessages(messages);
  events.outageMessages = messages as OutageMessage[];
  return { message: events, faults: rest.found };
}

/** What the elements of the lists are, that may be long. */
const lists: readonly [path: RegExp, type: MessageClass][] = [
  [/^outageMessages$/, OutageMessage],
  [/^outageMessages\/\d+\/customerInformation\/customers$/, Customer],
];

/**
 * Reads the elements of long lists while the text is parsed, so that what was parsed need not stay. A list may not stand itself: its
 * name may come again, and the last one counts. So from the first element on that breaks a rule they are left as they are.
 */
class ReadingAhead {
  private isBroken = false;

  read(path: string, elements: unknown[]): unknown[] {
    const type = lists.find(([list]) => list.test(path))?.[1];
    return type ? elements.map((element) => this.readElement(type, element)) : elements;
  }

  private readElement(type: MessageClass, element: unknown): unknown {
    if (this.isBroken) return element;
    const { message, faults } = readValue(type, element);
    this.isBroken = faults.length > 0;
    return this.isBroken ? element : message;
  }
}

/** Reads what was not read ahead, in turns, where it stands. */
class Rest {
  private readonly turn = new Turn();
  private readonly faults: FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    this.faults = [...faults];
  }

  get found(): readonly FieldFault[] {
    return this.faults.length > mostFaults ? [...this.faults.slice(0, mostFaults), more] : this.faults;
  }

  async readMessages(messages: unknown[]): Promise<void> {
    for await (const index of this.unread(messages, OutageMessage))
      messages[index] = await this.readMessage(messages[index], `outageMessages/${index}`);
  }

  private async readMessage(value: unknown, path: string): Promise<OutageMessage> {
    const information = member(value, 'customerInformation');
    const customers = member(information, 'customers');
    if (!Array.isArray(customers)) return this.read(OutageMessage, value, path);
    const customerInformation = { ...(information as object), customers: [] };
    const message = this.read(OutageMessage, { ...(value as object), customerInformation }, path);
    for await (const index of this.unread(customers, Customer))
      customers[index] = this.read(
        Customer,
        customers[index],
        `${path}/customerInformation/customers/${index}`,
      );
    message.customerInformation!.customers = customers as Customer[];
    return message;
  }

  /** The places of what is to be read of a list. */
  private async *unread(list: readonly unknown[], type: MessageClass): AsyncGenerator<number> {
    for (let index = 0; index < list.length && this.faults.length <= mostFaults; index++) {
      if (list[index] instanceof type) continue;
      if (this.turn.isOver) await this.turn.next();
      yield index;
    }
  }

  private read<T extends object>(type: MessageClass<T>, value: unknown, path: string): T {
    const { message, faults } = readValue(type, value);
    for (const fault of faults)
      this.faults.push({ ...fault, path: fault.path ? `${path}/${fault.path}` : path });
    return message;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
