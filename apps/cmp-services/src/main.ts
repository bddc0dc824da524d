import { startService } from '@trunkline/service';
import { cmpServices } from './cmp-services.module';

void startService(cmpServices);
