import { Injectable } from '@nestjs/common';
import type { OutageEventFilters } from '@trunkline/contracts/outage';
import { Database } from '@trunkline/store';
import type { SelectQueryBuilder } from 'kysely';
import type { OutageEventState } from '../outage-event/outage-event';
import { eventOf } from './event.statements';
import type { OutageTables } from './outage.tables';

export interface Search {
  readonly filters: OutageEventFilters;
  /** A timestamp: what was completed since then is restored recently. */
  readonly recentSince: string;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly events: readonly OutageEventState[];
  readonly totalCount: number;
}

type EventQuery = SelectQueryBuilder<OutageTables, 'outage_event', object>;

/** Finds outage events, the latest start first. */
@Injectable()
export class SearchStore {
  constructor(private readonly database: Database<OutageTables>) {}

  async find({ filters, recentSince, offset, limit }: Search): Promise<Found> {
    const all = shown(this.matching(filters), filters, recentSince);
    const { totalCount } = await all
      .select((is) => is.fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow();
    const rows = all.selectAll().orderBy('start_at', 'desc').orderBy('event_id').limit(limit).offset(offset);
    return { events: (await rows.execute()).map(eventOf), totalCount };
  }

  private matching({ accountId, spId, externalOutageId, externalSystem }: OutageEventFilters): EventQuery {
    let events: EventQuery = this.database.query.selectFrom('outage_event');
    if (externalSystem !== undefined) events = events.where('external_system', '=', externalSystem);
    if (externalOutageId !== undefined) events = events.where('external_outage_id', '=', externalOutageId);
    if (accountId === undefined && spId === undefined) return events;
    let touched = this.database.query.selectFrom('outage_customer').select('event_id');
    // The second condition is that of the index.
    if (accountId !== undefined)
      touched = touched.where('account_id', '=', accountId).where('account_id', '<>', '');
    if (spId !== undefined) touched = touched.where('sp_id', '=', spId).where('sp_id', '<>', '');
    return events.where('event_id', 'in', touched);
  }
}

/** Who asks for one outage sees it in any state; others see what is open or scheduled, and what is restored recently if they like. */
function shown(events: EventQuery, filters: OutageEventFilters, recentSince: string): EventQuery {
  if (filters.externalOutageId !== undefined) return events;
  const standing = events.where('discarded', '=', 0);
  if (!filters.includeRecentlyRestored) return standing.where('completed_at', 'is', null);
  return standing.where((is) =>
    is.or([is('completed_at', 'is', null), is('completed_at', '>=', recentSince)]),
  );
}
