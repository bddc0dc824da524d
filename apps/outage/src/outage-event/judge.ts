import type { OutageEvents, OutageMessage } from '@trunkline/contracts/outage';
import { andThen, changeOf, type ListChange, noChange } from './customer-list';
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
  /** The events as they are afterwards. */
  readonly events: ReadonlyMap<string, OutageEventState>;
  readonly customers: ReadonlyMap<string, ListChange>;
}

/** What a request is judged by. */
export interface Known {
  readonly systems: ReadonlySet<string>;
  /** Of the messages, in their order. */
  readonly eventIds: readonly string[];
  /** By event id: at least those that the request is about, as far as there are any. */
  readonly events: ReadonlyMap<string, OutageEventState>;
}

/** Judges the messages of a request in their order; one at fault refuses all of them (CONTRACTS.md section 2). */
export function judge({ externalSystem, outageMessages }: OutageEvents, known: Known): Verdict {
  const judging = new Judging(externalSystem, known);
  outageMessages.forEach((message, place) => judging.message(message, place));
  return judging.verdict();
}

class Judging {
  private readonly judgements: Judgement[] = [];
  private readonly events = new Map<string, OutageEventState>();
  private readonly customers = new Map<string, ListChange>();

  constructor(
    private readonly externalSystem: string,
    private readonly known: Known,
  ) {}

  message(message: OutageMessage, place: number): void {
    const { externalOutageId, messageReference = null } = message.eventDetails;
    const eventId = this.known.eventIds[place]!;
    const before = this.events.get(eventId) ?? this.known.events.get(eventId);
    const reason = this.apply(message, eventId, before);
    const storedReference = before?.messageReference ?? null;
    this.judgements.push({ eventId, externalOutageId, place, reason, messageReference, storedReference });
  }

  verdict(): Verdict {
    const refused = this.judgements.some(({ reason }) => !isAccepted(reason));
    if (!refused)
      return { refused, judgements: this.judgements, events: this.events, customers: this.customers };
    const judgements = this.judgements.map((judgement) =>
      isAccepted(judgement.reason) ? { ...judgement, reason: 'NEIGHBOUR' as const } : judgement,
    );
    return { refused, judgements, events: new Map(), customers: new Map() };
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
    this.customers.set(eventId, andThen(this.customers.get(eventId) ?? noChange, change));
    return before ? 'UPDATED' : 'ADDED';
  }
}

/** Whether a message with this judgement is part of its event. */
export function isAccepted(reason: Judgement['reason']): boolean {
  return reason === 'ADDED' || reason === 'UPDATED';
}
