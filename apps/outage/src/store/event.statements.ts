import { Statement, type Values } from '@trunkline/store';
import { instantOf } from '../outage-event/state';
import type { OutageEventState } from '../outage-event/outage-event';
import type { EventRow } from './outage.tables';

const columns = {
  event_id: 'text',
  external_system: 'text',
  external_outage_id: 'text',
  message_reference: 'text',
  outage_type: 'text',
  start_date_time: 'text',
  start_at: 'text',
  estimated_restoration_time: 'text',
  completion_date_time: 'text',
  completed_at: 'text',
  impacted_customers: 'integer',
  discarded: 'integer',
  additional_details: 'text',
  characteristics: 'text',
} as const;

const names = Object.keys(columns);
const changing = names.filter((name) => name !== 'event_id');

/** Fails where another instance was faster: then the whole transaction is done again. */
export const addEvent = new Statement({
  name: 'outage-add-event',
  columns,
  key: 'event_id',
  sql: `INSERT INTO outage_event (${names.join(', ')}) SELECT ${names.join(', ')} FROM given WHERE true ORDER BY event_id`,
});

export const changeEvent = new Statement({
  name: 'outage-change-event',
  columns,
  key: 'event_id',
  sql: `
    UPDATE outage_event SET ${changing.map((name) => `${name} = given.${name}`).join(', ')}
    FROM given WHERE outage_event.event_id = given.event_id`,
});

export function rowOf(event: OutageEventState): Values<typeof columns> {
  return {
    event_id: event.eventId,
    external_system: event.externalSystem,
    external_outage_id: event.externalOutageId,
    message_reference: event.messageReference,
    outage_type: event.outageType,
    start_date_time: event.startDateTime,
    start_at: instantOf(event.startDateTime),
    estimated_restoration_time: event.estimatedRestorationTime,
    completion_date_time: event.completionDateTime,
    completed_at: event.completionDateTime === null ? null : instantOf(event.completionDateTime),
    impacted_customers: event.impactedCustomers,
    discarded: event.discarded ? 1 : 0,
    additional_details: event.additionalDetails && JSON.stringify(event.additionalDetails),
    characteristics: event.characteristics && JSON.stringify(event.characteristics),
  };
}

export function eventOf(row: EventRow): OutageEventState {
  return {
    eventId: row.event_id,
    externalSystem: row.external_system,
    externalOutageId: row.external_outage_id,
    messageReference: row.message_reference,
    outageType: row.outage_type,
    startDateTime: row.start_date_time,
    estimatedRestorationTime: row.estimated_restoration_time,
    completionDateTime: row.completion_date_time,
    impactedCustomers: row.impacted_customers,
    discarded: row.discarded === 1,
    additionalDetails: listOf(row.additional_details),
    characteristics: listOf(row.characteristics),
  };
}

function listOf<T>(json: string | null): T[] | null {
  return json === null ? null : (JSON.parse(json) as T[]);
}
