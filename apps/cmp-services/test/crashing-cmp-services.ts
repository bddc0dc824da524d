import { runCrashingService } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

void runCrashingService(cmpServices);
