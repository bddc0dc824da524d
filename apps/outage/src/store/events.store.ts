import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database, type Item } from '@trunkline/store';
import type { Transaction } from 'kysely';
import type { OutageEventState } from '../outage-event/outage-event';
import { addEvent, changeEvent, eventOf, rowOf } from './event.statements';
import type { OutageTables } from './outage.tables';

/** So many events are looked up at once: far below what one statement takes. */
const slice = 1_000;

export type Events = ReadonlyMap<string, OutageEventState>;

/** The outage events. */
@Injectable()
export class EventsStore {
  constructor(private readonly database: Database<OutageTables>) {}

  /** Those that exist, locked until the transaction ends: every instance locks them in the order of their ids. */
  async lock(
    trx: Transaction<OutageTables>,
    eventIds: Iterable<string>,
  ): Promise<Map<string, OutageEventState>> {
    const sorted = [...new Set(eventIds)].sort();
    const events = new Map<string, OutageEventState>();
    for (let start = 0; start < sorted.length; start += slice) {
      const some = trx
        .selectFrom('outage_event')
        .selectAll()
        .where('event_id', 'in', sorted.slice(start, start + slice))
        .orderBy('event_id');
      // SQLite has one writer, and no other lock.
      const rows = await (this.database.engine === 'postgres' ? some.forUpdate() : some).execute();
      for (const row of rows) events.set(row.event_id, eventOf(row));
    }
    return events;
  }

  /** What adds events that are new and changes those that are different. */
  items(before: Events, after: Events): Item[] {
    const changed = [...after.values()].filter((event) => isDifferent(event, before.get(event.eventId)));
    return changed.map((event) => (before.has(event.eventId) ? changeEvent : addEvent).item(rowOf(event)));
  }
}

function isDifferent(event: OutageEventState, before: OutageEventState | undefined): boolean {
  return before === undefined || !isDeepStrictEqual(rowOf(event), rowOf(before));
}
