import { Injectable } from '@nestjs/common';
import {
  type HistoryEntry,
  type OutageEventHistory,
  type OutageEventHistoryParameters,
  readOutageEventHistory,
} from '@trunkline/contracts/outage';
import type { Selectable } from 'kysely';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { eventIdOf } from '../outage-event/event-id';
import { isAccepted, type Judgement } from '../outage-event/judge';
import { HistoryStore } from '../store/history.store';
import type { HistoryRow } from '../store/outage.tables';

/** Answers an operator's "why does it not show?". */
@Handles(readOutageEventHistory)
@Injectable()
export class ReadOutageEventHistoryHandler implements Handler<
  object,
  OutageEventHistory,
  OutageEventHistoryParameters
> {
  constructor(private readonly history: HistoryStore) {}

  async handle(
    _request: object,
    _call: Call,
    { externalSystem, externalOutageId, offset = 0, limit = 100 }: OutageEventHistoryParameters,
  ): Promise<OutageEventHistory> {
    const eventId = eventIdOf(externalSystem, externalOutageId);
    const { entries, totalCount } = await this.history.page(eventId, offset, limit);
    return { messages: entries.map(shownAs), totalCount };
  }
}

function shownAs({ message_reference, stored_reference, ...row }: Selectable<HistoryRow>): HistoryEntry {
  return {
    receivedAt: row.received_at,
    requestId: row.request_id,
    path: `/outageMessages/${row.place}`,
    outcome: isAccepted(row.reason as Judgement['reason']) ? 'ACCEPTED' : 'REFUSED',
    reason: row.reason,
    ...(message_reference !== null && { messageReference: message_reference }),
    ...(stored_reference !== null && { storedMessageReference: stored_reference }),
  };
}
