import { startService } from '@trunkline/service';
import { voipMigration } from './voip-migration.module';

void startService(voipMigration);
