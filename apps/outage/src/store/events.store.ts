import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database, type EngineName, type Item } from '@trunkline/store';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { OutageEventState } from '../outage-event/outage-event';
import { addEvent, changeEvent, eventOf, rowOf } from './event.statements';
import type { EventRow, OutageTables } from './outage.tables';

/** So many events are looked up at once: far below what one statement takes. */
const slice = 1_000;

/** The same text however many are looked up, so that it is prepared once. SQLite has one writer, and no other lock. */
const lookups: Record<EngineName, (eventIds: readonly string[]) => RawBuilder<EventRow>> = {
  sqlite: (eventIds) => sql`
    SELECT * FROM outage_event WHERE event_id IN (SELECT value FROM json_each(${JSON.stringify(eventIds)}))`,
  postgres: (eventIds) => sql`
    SELECT * FROM outage_event WHERE event_id = ANY(${eventIds}::text[]) ORDER BY event_id FOR UPDATE`,
};

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
      const some = lookups[this.database.engine](sorted.slice(start, start + slice));
      for (const row of (await some.execute(trx)).rows) events.set(row.event_id, eventOf(row));
    }
    return events;
  }

  /** What adds events that are new and changes those that are different; in the order of their ids, by which every instance locks them. */
  items(before: Events, after: Events): Item[] {
    const changed = [...after.values()].filter((event) => isDifferent(event, before.get(event.eventId)));
    changed.sort((one, other) => (one.eventId < other.eventId ? -1 : 1));
    return changed.map((event) => (before.has(event.eventId) ? changeEvent : addEvent).item(rowOf(event)));
  }
}

function isDifferent(event: OutageEventState, before: OutageEventState | undefined): boolean {
  return before === undefined || !isDeepStrictEqual(rowOf(event), rowOf(before));
}
