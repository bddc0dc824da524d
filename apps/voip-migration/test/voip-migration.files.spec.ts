import { publishesItsFiles } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';

publishesItsFiles(voipMigration);
