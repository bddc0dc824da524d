import { inTurns, type OutageEvents, Turn } from '@trunkline/contracts/outage';
import { ListChanges } from './customer-list';
import { judge, type Known, type Verdict } from './judge';
import type { OutageEventState } from './outage-event';

/** A request, and the ids of the events that its messages are about, in their order. */
export interface Identified {
  readonly events: OutageEvents;
  readonly eventIds: readonly string[];
}

/** What requests come to that are taken in together. */
export interface Verdicts {
  /** One each. */
  readonly verdicts: readonly Verdict[];
  /** The events that they change, as they are after all of them. */
  readonly events: ReadonlyMap<string, OutageEventState>;
  readonly customers: ListChanges;
}

/** Judges requests in their order, each by what those before it left. */
export async function judgeGroup(
  group: readonly Identified[],
  { systems, events: before }: Pick<Known, 'systems' | 'events'>,
): Promise<Verdicts> {
  const events = new Map<string, OutageEventState>();
  const customers = new ListChanges();
  const latest = { get: (eventId: string) => events.get(eventId) ?? before.get(eventId) };
  const verdicts: Verdict[] = [];
  const turn = new Turn();
  for (const { events: news, eventIds } of group) {
    if (turn.isOver) await turn.next();
    const verdict = await judge(news, { systems, eventIds, events: latest });
    await inTurns(verdict.events, ([eventId, event]) => events.set(eventId, event));
    await inTurns(verdict.customers, ([eventId, change]) => customers.add(eventId, change));
    verdicts.push(verdict);
  }
  return { verdicts, events, customers };
}
