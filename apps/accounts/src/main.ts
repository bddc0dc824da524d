import { startService } from '@trunkline/service';
import { accounts } from './accounts.module';

void startService(accounts);
