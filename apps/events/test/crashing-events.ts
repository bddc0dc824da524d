import { runCrashingService } from '@trunkline/testing';
import { events } from '../src/events.module';

void runCrashingService(events);
