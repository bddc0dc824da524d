import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { inTurns } from '@trunkline/contracts/outage';
import { Database, type EngineName, type Item } from '@trunkline/store';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { OutageEventState } from '../outage-event/outage-event';
import { addEvent, changeEvent, eventOf, rowOf } from './event.statements';
import { compareIds, inParts } from './in-parts';
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

/** Each once and in their order, in which every instance locks and writes its events. */
export async function inOrder(eventIds: readonly string[]): Promise<string[]> {
  const parts = await inParts(eventIds, slice, compareIds);
  return (await inTurns(parts, (part) => [...new Set(part)].sort())).flat();
}

/** The outage events. */
@Injectable()
export class EventsStore {
  constructor(private readonly database: Database<OutageTables>) {}

  /** Those that exist, locked until the transaction ends. */
  async lock(trx: Transaction<OutageTables>, eventIds: readonly string[]): Promise<Events> {
    const events = new Map<string, OutageEventState>();
    for (let start = 0; start < eventIds.length; start += slice) {
      const some = lookups[this.database.engine](eventIds.slice(start, start + slice));
      for (const row of (await some.execute(trx)).rows) events.set(row.event_id, eventOf(row));
    }
    return events;
  }

  /** What adds events that are new and changes those that are different. */
  async items(eventIds: readonly string[], before: Events, after: Events): Promise<Item[]> {
    const items = await inTurns(eventIds, (eventId) => itemOf(after.get(eventId), before.get(eventId)));
    return items.filter((item) => item !== undefined);
  }
}

function itemOf(event: OutageEventState | undefined, before: OutageEventState | undefined): Item | undefined {
  if (!event) return undefined;
  const row = rowOf(event);
  if (!before) return addEvent.item(row);
  return isDeepStrictEqual(row, rowOf(before)) ? undefined : changeEvent.item(row);
}
