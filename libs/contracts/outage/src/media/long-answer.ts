import { escapeText, type RootElement, writeXml } from '@trunkline/fields';
import { Customer, OutageEvents, OutageMessage } from '../add-or-update-outage-events/outage-events';
import { writtenRootOf } from './roots';

/** So many customers or messages are written at once, in less than two milliseconds. */
const atOnce = 500;

/** In UTF-16 units: what is shorter is sent together. */
const shortest = 32_768;

const eventsRoot = writtenRootOf(OutageEvents);
const messageRoot = { element: 'outageMessages', message: OutageMessage };
const customerRoot = { element: 'customers', message: Customer };

/** How a list is cut out of what it stands in: that is written with a hole, and the hole is filled piece by piece. */
export interface Notation {
  write<T extends object>(root: RootElement<T>, value: T): string;
  /** A list that is written as a hole. In a text the hole would be escaped, so that there is one of a name. */
  readonly empty: object[];
  hole(name: string): string;
  start(name: string): string;
  readonly separator: string;
  readonly end: string;
  /** Part of a text, as it stands in one. */
  text(part: string): string;
}

const json: Notation = {
  write: (_root, value) => JSON.stringify(value),
  empty: [],
  hole: (name) => `"${name}":[]`,
  start: (name) => `"${name}":[`,
  separator: ',',
  end: ']',
  text: (part) => JSON.stringify(part).slice(1, -1),
};

const xml: Notation = {
  write: writeXml,
  empty: [{}],
  hole: (name) => `<${name}/>`,
  start: () => '',
  separator: '',
  end: '',
  text: escapeText,
};

export const notations = { json, xml };

/** Whether news of outage events are too much to be written in one go. */
export function isLong({ outageMessages }: OutageEvents): boolean {
  return (
    outageMessages.length > atOnce || outageMessages.some((message) => customersOf(message).length > atOnce)
  );
}

/** News of outage events, in pieces. */
export function* writeLongEvents(events: OutageEvents, notation: Notation): Generator<string> {
  let waiting = '';
  for (const piece of eventPieces(events, notation)) {
    waiting += piece;
    if (waiting.length < shortest) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

function* eventPieces(events: OutageEvents, notation: Notation): Generator<string> {
  const whole = { ...events, outageMessages: notation.empty as OutageMessage[] };
  const [before, after] = around(notation, notation.write(eventsRoot, whole), 'outageMessages');
  yield before;
  for (const [index, message] of events.outageMessages.entries()) {
    if (index > 0) yield notation.separator;
    yield* messagePieces(message, notation);
  }
  yield after;
}

function* messagePieces(message: OutageMessage, notation: Notation): Generator<string> {
  const customers = customersOf(message);
  if (customers.length <= atOnce) return yield notation.write(messageRoot, message);
  const customerInformation = { ...message.customerInformation, customers: notation.empty };
  const whole = notation.write(messageRoot, { ...message, customerInformation });
  const [before, after] = around(notation, whole, 'customers');
  yield before;
  for (let at = 0; at < customers.length; at += atOnce) {
    if (at > 0) yield notation.separator;
    const some = customers.slice(at, at + atOnce);
    yield some.map((customer) => notation.write(customerRoot, customer)).join(notation.separator);
  }
  yield after;
}

function around(
  { hole, start, end }: Notation,
  whole: string,
  list: string,
): [before: string, after: string] {
  const at = whole.indexOf(hole(list));
  return [whole.slice(0, at) + start(list), end + whole.slice(at + hole(list).length)];
}

function customersOf({ customerInformation }: OutageMessage): readonly Customer[] {
  return customerInformation?.customers ?? [];
}
