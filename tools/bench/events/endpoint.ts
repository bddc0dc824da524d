import { Icoms } from '@trunkline/backends/icoms';
import { events } from '../../../apps/events/src/events.module';
import { serveService } from '../servers/service';

/** `events` with an ICOMS that creates every event at once. */
void serveService(events, [[Icoms, { createEvent: async () => undefined }]]);
