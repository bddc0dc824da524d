import type { Reading } from '@trunkline/fields';
import { type RestAddress, restOperation } from '@trunkline/operations';
import { readValue } from '../media/read-value';
import { OutageEventHistory, OutageEventHistoryParameters } from './outage-event-history';

/** Answers an operator's "why does it not show?": each message about an event, accepted or refused, with the reason. */
export const readOutageEventHistory = restOperation({
  name: 'ReadOutageEventHistory',
  version: '1',
  summary: 'Lists what became of each message about an outage event, the newest first.',
  method: 'GET',
  path: '/rest/apis/customer/service/outageEvent/:externalSystem/:externalOutageId/history',
  parameters: OutageEventHistoryParameters,
  readParameters,
  response: OutageEventHistory,
  status: 200,
  faults: [],
  samples: 'read-outage-event-history/samples',
  effect: 'own-store',
});

function readParameters({ path, query }: RestAddress): Reading<OutageEventHistoryParameters> {
  const { offset, limit } = query;
  return readValue(OutageEventHistoryParameters, { ...path, offset: number(offset), limit: number(limit) });
}

/** A query has texts only. What is no number stays as it is, and breaks the field's rule. */
function number(text: unknown): unknown {
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text;
}
