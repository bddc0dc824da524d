import type {
  CustomerInformation,
  EventDetails,
  OutageEventFilters,
  OutageEventHistory,
  OutageMessage,
  SearchOutageEventsResponse,
} from '@trunkline/contracts/outage';

const base = '/rest/apis/customer/service';

/** The system that a service knows when it is told nothing. */
export const system = 'CCB-NMS integration';

/** What a new event needs. */
export const start = { outageType: 'C1UP', startDateTime: '2026-01-31T08:00:00Z' };

/** A message about an event. */
export function about(
  externalOutageId: string,
  details: Partial<EventDetails> = {},
  customerInformation?: CustomerInformation,
): OutageMessage {
  return {
    eventDetails: { externalOutageId, ...details },
    ...(customerInformation && { customerInformation }),
  };
}

/** Customers by their accounts. */
export function accounts(...ids: string[]): CustomerInformation {
  return { customers: ids.map((accountId) => ({ accountId })) };
}

/** Customers that come to those who are there. */
export function more(...ids: string[]): CustomerInformation {
  return { incrementalUpdate: true, ...accounts(...ids) };
}

/** Says what a test has to say to a service. */
export class OutageClient {
  constructor(private readonly url: string) {}

  /** The status of the answer. */
  async send(...outageMessages: OutageMessage[]): Promise<number> {
    return (await this.sendAs(system, outageMessages)).status;
  }

  sendAs(externalSystem: string, outageMessages: OutageMessage[]): Promise<Response> {
    return this.post('outageEventNotifications/', { externalSystem, outageMessages });
  }

  async search(filters: OutageEventFilters, page: object = {}): Promise<SearchOutageEventsResponse> {
    const answer = await this.post('outageEvent/search', { filters, ...page });
    return (await answer.json()) as SearchOutageEventsResponse;
  }

  /** The outages that a search finds, by their ids. */
  async found(filters: OutageEventFilters, page: object = {}): Promise<string[]> {
    const { outageEvents } = await this.search(filters, page);
    return outageEvents.map(({ externalOutageId }) => externalOutageId);
  }

  async history(externalOutageId: string, query = '', externalSystem = system): Promise<OutageEventHistory> {
    const event = [externalSystem, externalOutageId].map(encodeURIComponent).join('/');
    const answer = await fetch(`${this.url}${base}/outageEvent/${event}/history${query}`);
    return (await answer.json()) as OutageEventHistory;
  }

  private post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${this.url}${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}
