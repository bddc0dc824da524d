import { Injectable } from '@nestjs/common';
import type { OutageEvents } from '@trunkline/contracts/outage';
import { Clock } from '@trunkline/service';
import { Database, failsAgain, Lane } from '@trunkline/store';
import type { Transaction } from 'kysely';
import { eventIdsOf } from '../outage-event/event-id';
import type { Verdict } from '../outage-event/judge';
import { type Identified, judgeGroup } from '../outage-event/judge-group';
import { untilAlone } from './contention';
import { CustomersStore } from './customers.store';
import { EventsStore, inOrder } from './events.store';
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

/** Those that are taken in together. */
type Group = readonly (News & Identified)[];

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
  async take(news: News): Promise<Verdict> {
    const eventIds = await eventIdsOf(news.events);
    const lane = lengthOf(news.events) > longestShort ? this.long : this.short;
    return lane.do({ ...news, eventIds });
  }

  private laneOf(largest: number): Lane<News & Identified, Verdict> {
    return new Lane({ largest, run: (group) => this.takeGroup(group), mayBeOfOne: failsAgain });
  }

  private async takeGroup(group: Group): Promise<readonly Verdict[]> {
    const systems = await this.systems.knownAmong(group.map(({ events }) => events.externalSystem));
    const eventIds = await inOrder(group.flatMap((news) => news.eventIds));
    return untilAlone(() =>
      this.database.transaction((trx) => this.takeIn(trx, group, { systems, eventIds })),
    );
  }

  private async takeIn(
    trx: Transaction<OutageTables>,
    group: Group,
    { systems, eventIds }: { readonly systems: ReadonlySet<string>; readonly eventIds: readonly string[] },
  ): Promise<readonly Verdict[]> {
    const before = await this.events.lock(trx, eventIds);
    const { verdicts, events, customers } = await judgeGroup(group, { systems, events: before });
    const writing = new Writing(this.database, trx);
    // The events first: on PostgreSQL another instance that adds the same one waits there, before it writes its customers.
    writing.add(await this.events.items(eventIds, before, events));
    await this.customers.change(trx, writing, { changes: customers, known: before });
    writing.add(await this.history.items(this.decisions(group, verdicts)));
    await writing.end();
    return verdicts;
  }

  private decisions(group: Group, verdicts: readonly Verdict[]) {
    const decidedAt = this.clock.now().toISOString();
    return group.map(({ requestId }, index) => ({
      requestId,
      decidedAt,
      judgements: verdicts[index]!.judgements,
    }));
  }
}

function lengthOf({ outageMessages }: OutageEvents): number {
  const customers = outageMessages.map(
    ({ customerInformation }) => customerInformation?.customers?.length ?? 0,
  );
  return outageMessages.length + customers.reduce((sum, count) => sum + count, 0);
}
