import { startService } from '@trunkline/service';
import { sandbox } from './sandbox.module';

void startService(sandbox);
