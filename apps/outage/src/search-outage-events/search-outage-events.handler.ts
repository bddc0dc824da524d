import { Injectable } from '@nestjs/common';
import {
  type OutageEvent,
  searchOutageEvents,
  type SearchOutageEventsRequest,
  type SearchOutageEventsResponse,
} from '@trunkline/contracts/outage';
import { Clock, type Handler, Handles, StartError } from '@trunkline/service';
import { OutageConfig } from '../outage.config';
import type { OutageEventState } from '../outage-event/outage-event';
import { stateOf } from '../outage-event/state';
import { SearchStore } from '../store/search.store';

/** Reads outage events back (CONTRACTS.md section 2). */
@Handles(searchOutageEvents)
@Injectable()
export class SearchOutageEventsHandler implements Handler<
  SearchOutageEventsRequest,
  SearchOutageEventsResponse
> {
  constructor(
    private readonly store: SearchStore,
    private readonly config: OutageConfig,
    private readonly clock: Clock,
  ) {
    refuseUnknown(config.timeZone);
  }

  async handle({
    filters,
    offset = 0,
    limit = 100,
  }: SearchOutageEventsRequest): Promise<SearchOutageEventsResponse> {
    const now = this.clock.now();
    const recentSince = this.clock.daysAgo(this.config.recentlyRestored).toISOString();
    const { events, totalCount } = await this.store.find({ filters, recentSince, offset, limit });
    return {
      outageEvents: events.map((event) => shownAs(event, now)),
      totalCount,
      standardBaseTimeZoneName: this.config.timeZone,
    };
  }
}

function refuseUnknown(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new StartError(`OUTAGE_TIME_ZONE: ${timeZone} is no time zone. It must be like Europe/London.`);
  }
}

/** What nobody said is left out. */
function shownAs(event: OutageEventState, now: Date): OutageEvent {
  const { estimatedRestorationTime, completionDateTime, impactedCustomers, additionalDetails } = event;
  return {
    eventId: event.eventId,
    externalSystem: event.externalSystem,
    externalOutageId: event.externalOutageId,
    outageType: event.outageType,
    state: stateOf(event, now),
    startDateTime: event.startDateTime,
    ...(estimatedRestorationTime !== null && { estimatedRestorationDateTime: estimatedRestorationTime }),
    ...(completionDateTime !== null && { completionDateTime }),
    ...(impactedCustomers !== null && { impactedCustomers }),
    ...(additionalDetails !== null && { additionalDetails: [...additionalDetails] }),
  };
}
