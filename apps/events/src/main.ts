import { startService } from '@trunkline/service';
import { events } from './events.module';

void startService(events);
