import { Injectable } from '@nestjs/common';
import type { OutageEvents } from '@trunkline/contracts/outage';
import { Clock } from '@trunkline/service';
import { Database, failsAgain, Lane } from '@trunkline/store';
import type { Transaction } from 'kysely';
import { andThen, type ListChange, noChange } from '../outage-event/customer-list';
import { eventIdOf } from '../outage-event/event-id';
import { judge, type Verdict } from '../outage-event/judge';
import { untilAlone } from './contention';
import { CustomersStore } from './customers.store';
import { EventsStore } from './events.store';
import { ExternalSystemsStore } from './external-systems.store';
import { HistoryStore } from './history.store';
import type { OutageTables } from './outage.tables';
import { Writing } from './writing';

/** Up to so many messages and customers a request is short. */
const longestShort = 1_000;

/** So many short requests share a transaction at most. */
const largestGroup = 200;

/** A request, and how it is found in the log. */
export interface News {
  readonly requestId: string;
  readonly events: OutageEvents;
}

/** News, and the ids of the events that their messages are about, in their order. */
interface Identified extends News {
  readonly eventIds: readonly string[];
}

/**
 * Takes news in: judges them by what is stored and keeps what they come to, in one transaction. Requests that come while one is under
 * way share the next; long ones go alone, beside the others.
 */
@Injectable()
export class Intake {
  private readonly short = this.laneOf(largestGroup);
  private readonly long = this.laneOf(1);

  constructor(
    private readonly database: Database<OutageTables>,
    private readonly systems: ExternalSystemsStore,
    private readonly events: EventsStore,
    private readonly customers: CustomersStore,
    private readonly history: HistoryStore,
    private readonly clock: Clock,
  ) {}

  /** The verdict is durable when it resolves. */
  take(news: News): Promise<Verdict> {
    const lane = lengthOf(news.events) > longestShort ? this.long : this.short;
    return lane.do({ ...news, eventIds: eventIdsOf(news.events) });
  }

  private laneOf(largest: number): Lane<Identified, Verdict> {
    return new Lane({ largest, run: (group) => this.takeGroup(group), mayBeOfOne: failsAgain });
  }

  private async takeGroup(group: readonly Identified[]): Promise<readonly Verdict[]> {
    const systems = await this.systems.knownAmong(group.map(({ events }) => events.externalSystem));
    return untilAlone(() => this.database.transaction((trx) => this.takeIn(trx, group, systems)));
  }

  private async takeIn(
    trx: Transaction<OutageTables>,
    group: readonly Identified[],
    systems: ReadonlySet<string>,
  ): Promise<readonly Verdict[]> {
    const before = await this.events.lock(
      trx,
      group.flatMap(({ eventIds }) => eventIds),
    );
    const after = new Map(before);
    const lists = new Map<string, ListChange>();
    const verdicts = group.map(({ events, eventIds }) => {
      const verdict = judge(events, { systems, eventIds, events: after });
      for (const [eventId, event] of verdict.events) after.set(eventId, event);
      for (const [eventId, change] of verdict.customers)
        lists.set(eventId, andThen(lists.get(eventId) ?? noChange, change));
      return verdict;
    });
    const writing = new Writing(this.database, trx);
    // The events first: on PostgreSQL another instance that adds the same one waits there, before it writes its customers.
    writing.add(this.events.items(before, after));
    await this.customers.change(trx, writing, { changes: lists, known: before });
    writing.add(this.history.items(this.decisions(group, verdicts)));
    await writing.end();
    return verdicts;
  }

  private decisions(group: readonly News[], verdicts: readonly Verdict[]) {
    const decidedAt = this.clock.now().toISOString();
    return group.map(({ requestId }, index) => ({
      requestId,
      decidedAt,
      judgements: verdicts[index]!.judgements,
    }));
  }
}

function eventIdsOf({ externalSystem, outageMessages }: OutageEvents): string[] {
  return outageMessages.map(({ eventDetails }) => eventIdOf(externalSystem, eventDetails.externalOutageId));
}

function lengthOf({ outageMessages }: OutageEvents): number {
  const customers = outageMessages.map(
    ({ customerInformation }) => customerInformation?.customers?.length ?? 0,
  );
  return outageMessages.length + customers.reduce((sum, count) => sum + count, 0);
}
