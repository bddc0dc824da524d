import type { OutageEvents } from '@trunkline/contracts/outage';
import { about, more, OutageClient, start, system } from './outage-client';

/** Outages that many messages are about, so that requests meet. */
const shared = ['north', 'east', 'south', 'west', 'centre', 'harbour', 'hills'];

/** So many of them a request names. */
const named = 3;

/**
 * Tells of the outages of this number, the same each time: of one of its own and of some that others name, too, each time in another order.
 * All of them have the customer of this number.
 */
export async function tellNumbered(url: string, number: number): Promise<string> {
  const answer = await new OutageClient(url).sendAs(system, numbered(number));
  return `${answer.status} ${await answer.text()}`;
}

/** Whether an answer says that the news were taken: it echoes them. */
export function isTaken(answer: string): boolean {
  return answer.startsWith('200 ');
}

/** The service is the place where its effects are: the outages of the customer of this number, all of them or none. */
export async function startNothing() {
  return {
    effects: async (number: number, url: string) => {
      const { totalCount } = await new OutageClient(url).search({ accountId: customerOf(number) });
      return totalCount / (1 + named);
    },
    close: async () => undefined,
  };
}

function numbered(number: number): OutageEvents['outageMessages'] {
  const from = number % shared.length;
  const some = [...shared.slice(from), ...shared.slice(0, from)].slice(0, named);
  const [first = '', ...others] = number % 2 ? some.toReversed() : some;
  return [first, `outage-${number}`, ...others].map((id) => about(id, start, more(customerOf(number))));
}

function customerOf(number: number): string {
  return `c-${number}`;
}
