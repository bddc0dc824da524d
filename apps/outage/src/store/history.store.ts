import { Injectable } from '@nestjs/common';
import { inTurns } from '@trunkline/contracts/outage';
import { Database, deleteInSlices, type Item, Statement } from '@trunkline/store';
import type { Selectable } from 'kysely';
import type { Judgement } from '../outage-event/judge';
import type { HistoryRow, OutageTables } from './outage.tables';

/** So many rows are deleted at once, so that nobody waits long for it. */
const slice = 1_000;

const addEntry = new Statement({
  name: 'outage-add-history',
  columns: {
    row: 'integer',
    event_id: 'text',
    received_at: 'text',
    request_id: 'text',
    place: 'integer',
    reason: 'text',
    message_reference: 'text',
    stored_reference: 'text',
  },
  key: 'row',
  sql: `
    INSERT INTO outage_history (event_id, received_at, request_id, place, reason, message_reference, stored_reference)
    SELECT event_id, received_at, request_id, place, reason, message_reference, stored_reference FROM given WHERE true
    ORDER BY row`,
});

/** The judgements of one request. */
export interface Decision {
  readonly requestId: string;
  /** A timestamp. */
  readonly decidedAt: string;
  readonly judgements: readonly Judgement[];
}

export interface HistoryPage {
  readonly entries: readonly Selectable<HistoryRow>[];
  readonly totalCount: number;
}

/** What became of every message: "why does it not show?". */
@Injectable()
export class HistoryStore {
  constructor(private readonly database: Database<OutageTables>) {}

  /** What adds the judgements of a transaction, in their order. */
  items(decisions: readonly Decision[]): Promise<Item[]> {
    return inTurns(entriesOf(decisions), ([judgement, { requestId, decidedAt }], row) =>
      addEntry.item({
        row,
        event_id: judgement.eventId,
        received_at: decidedAt,
        request_id: requestId,
        place: judgement.place,
        reason: judgement.reason,
        message_reference: judgement.messageReference,
        stored_reference: judgement.storedReference,
      }),
    );
  }

  /** The newest first. */
  async page(eventId: string, offset: number, limit: number): Promise<HistoryPage> {
    const all = this.database.query.selectFrom('outage_history').where('event_id', '=', eventId);
    const { totalCount } = await all
      .select((is) => is.fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow();
    const entries = await all.selectAll().orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
    return { entries, totalCount };
  }

  /** Deletes what was decided before a timestamp. */
  async purge(before: string): Promise<void> {
    const { query } = this.database;
    const old = query
      .selectFrom('outage_history')
      .select('sequence')
      .where('received_at', '<', before)
      .limit(slice);
    const deletion = query.deleteFrom('outage_history').where('sequence', 'in', old);
    await deleteInSlices(slice, () => query.executeQuery(deletion));
  }
}

function* entriesOf(decisions: readonly Decision[]): Generator<readonly [Judgement, Decision]> {
  for (const decision of decisions) for (const judgement of decision.judgements) yield [judgement, decision];
}
