import { inTurns, type OutageEvents, type OutageMessage } from '@trunkline/contracts/outage';
import { changeOf, ListChanges } from './customer-list';
import { afterMessage, type Objection, type OutageEventState } from './outage-event';

/** What became of one message: a row of its event's history. */
export interface Judgement {
  readonly eventId: string;
  readonly externalOutageId: string;
  /** Its place in its request, from 0. */
  readonly place: number;
  readonly reason: 'ADDED' | 'UPDATED' | 'NEIGHBOUR' | 'UNKNOWN_SYSTEM' | Objection;
  readonly messageReference: string | null;
  /** Of the event when it came. */
  readonly storedReference: string | null;
}

/** What a request comes to. Where it is refused nothing of it may be kept. */
export interface Verdict {
  readonly refused: boolean;
  readonly judgements: readonly Judgement[];
  /** The events that it is about as they are afterwards. */
  readonly events: ReadonlyMap<string, OutageEventState>;
  readonly customers: ListChanges;
}

/** What a request is judged by. */
export interface Known {
  readonly systems: ReadonlySet<string>;
  /** Of the messages, in their order. */
  readonly eventIds: readonly string[];
  /** By event id: at least those that the request is about, as far as there are any. */
  readonly events: Pick<ReadonlyMap<string, OutageEventState>, 'get'>;
}

/** Judges the messages of a request in their order; one at fault refuses all of them (CONTRACTS.md section 2). */
export async function judge(
  { externalSystem, outageMessages }: OutageEvents,
  known: Known,
): Promise<Verdict> {
  const judging = new Judging(externalSystem, known);
  const judgements = await inTurns(outageMessages, (message, place) => judging.message(message, place));
  const refused = judgements.some(({ reason }) => !isAccepted(reason));
  if (refused) return refusalOfAll(judgements);
  return { refused, judgements, events: judging.events, customers: judging.customers };
}

class Judging {
  readonly events = new Map<string, OutageEventState>();
  readonly customers = new ListChanges();

  constructor(
    private readonly externalSystem: string,
    private readonly known: Known,
  ) {}

  message(message: OutageMessage, place: number): Judgement {
    const { externalOutageId, messageReference = null } = message.eventDetails;
    const eventId = this.known.eventIds[place]!;
    const before = this.events.get(eventId) ?? this.known.events.get(eventId);
    const reason = this.apply(message, eventId, before);
    const storedReference = before?.messageReference ?? null;
    return { eventId, externalOutageId, place, reason, messageReference, storedReference };
  }

  private apply(
    message: OutageMessage,
    eventId: string,
    before: OutageEventState | undefined,
  ): Judgement['reason'] {
    const { externalSystem } = this;
    if (!this.known.systems.has(externalSystem)) return 'UNKNOWN_SYSTEM';
    const { externalOutageId } = message.eventDetails;
    const after = afterMessage(before, { eventId, externalSystem, externalOutageId }, message);
    if (typeof after === 'string') return after;
    this.events.set(eventId, after);
    const change = changeOf(message.customerInformation);
    if (change) this.customers.add(eventId, change);
    return before ? 'UPDATED' : 'ADDED';
  }
}

async function refusalOfAll(judgements: readonly Judgement[]): Promise<Verdict> {
  const judged = await inTurns(judgements, (judgement) =>
    isAccepted(judgement.reason) ? { ...judgement, reason: 'NEIGHBOUR' as const } : judgement,
  );
  return { refused: true, judgements: judged, events: new Map(), customers: new ListChanges() };
}

/** Whether a message with this judgement is part of its event. */
export function isAccepted(reason: Judgement['reason']): boolean {
  return reason === 'ADDED' || reason === 'UPDATED';
}
