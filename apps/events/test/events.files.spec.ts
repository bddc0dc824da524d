import { publishesItsFiles } from '@trunkline/testing';
import { events } from '../src/events.module';

publishesItsFiles(events);
