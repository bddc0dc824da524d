import { accountsBench } from '../accounts/accounts.bench.ts';
import { cmpServicesBench } from '../cmp-services/cmp-services.bench.ts';
import { eventsBench } from '../events/events.bench.ts';
import { outageBench } from '../outage/outage.bench.ts';
import { customers, listing } from '../outage/messages.ts';
import { jsonType, path as outagePath, searchPath } from '../outage/servers.ts';
import type { Message, ServiceBench } from '../service-bench.ts';
import { voipMigrationBench } from '../voip-migration/voip-migration.bench.ts';
import { wholeOf } from '../whole.ts';

/** A message that comes again and again. */
export interface Stream {
  readonly message: Message;
  readonly perSecond: number;
}

/** What one service is sent all the while. */
export interface Traffic {
  readonly bench: ServiceBench;
  readonly streams: readonly Stream[];
}

const json = { 'Content-Type': jsonType, Accept: jsonType };

/** The same list of customers of the same event, again and again. */
const large: Message = {
  path: outagePath,
  headers: json,
  body: JSON.stringify(listing('large', 1, customers(20_000))),
};
const search: Message = {
  path: searchPath,
  headers: json,
  body: JSON.stringify({ filters: { accountId: '1000000007' } }),
};
const list: Message = {
  method: 'GET',
  path: '/brm/accountManagement/v4/partyAccount?state=active&limit=10',
  headers: {},
  body: '',
};

/** All services, each with what it does and with messages that are no messages: together a third of what two cores can do. */
export const traffic: readonly Traffic[] = [
  { bench: eventsBench, streams: streamsOf(eventsBench, 20) },
  {
    bench: outageBench,
    streams: [
      ...streamsOf(outageBench, 20),
      { message: large, perSecond: 0.1 },
      { message: search, perSecond: 10 },
    ],
  },
  { bench: cmpServicesBench, streams: streamsOf(cmpServicesBench, 20) },
  { bench: accountsBench, streams: [...streamsOf(accountsBench, 10), { message: list, perSecond: 1 }] },
  { bench: voipMigrationBench, streams: streamsOf(voipMigrationBench, 8) },
];

function streamsOf(bench: ServiceBench, perSecond: number): Stream[] {
  const { message } = wholeOf(bench);
  const broken = { ...message, body: message.body.slice(0, -20) };
  return [
    { message, perSecond },
    { message: broken, perSecond: 2 },
  ];
}
