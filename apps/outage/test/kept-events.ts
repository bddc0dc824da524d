import { Database } from '@trunkline/store';
import type { RunningService } from '@trunkline/service';
import { eventIdOf } from '../src/outage-event/event-id';
import { EventsStore } from '../src/store/events.store';
import type { OutageTables } from '../src/store/outage.tables';
import { system } from './outage-client';
import type { ModelEvent } from './outage-model';

/** An event as it is stored, in the words of the model; undefined where there is none. */
export async function keptEvent(
  { app }: RunningService,
  externalOutageId: string,
): Promise<ModelEvent | undefined> {
  const database = app.get<Database<OutageTables>>(Database);
  const eventId = eventIdOf(system, externalOutageId);
  const events = await database.transaction((trx) => app.get(EventsStore).lock(trx, [eventId]));
  const event = events.get(eventId);
  if (!event) return undefined;
  const { eventId: _id, externalSystem: _system, discarded, ...said } = event;
  const fields = Object.entries({ ...said, ...(discarded && { discarded }) }).filter(
    ([, value]) => value !== null,
  );
  const rows = database.query
    .selectFrom('outage_customer')
    .select('account_id')
    .where('event_id', '=', eventId);
  const customers = (await rows.execute()).map(({ account_id }) => account_id).sort();
  return { fields: Object.fromEntries(fields), customers };
}

/** The same of the model: what is not discarded need not say so. */
export function expectedEvent(event: ModelEvent | undefined): ModelEvent | undefined {
  if (!event) return undefined;
  const { discarded, ...fields } = event.fields;
  return { ...event, fields: { ...fields, ...(discarded ? { discarded } : {}) } };
}
