import { publishesItsFiles } from '@trunkline/testing';
import { outage } from '../src/outage.module';

publishesItsFiles(outage);
