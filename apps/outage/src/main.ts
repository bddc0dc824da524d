import { startService } from '@trunkline/service';
import { outage } from './outage.module';

void startService(outage);
