import { withstandsFuzzing } from '@trunkline/testing';
import { outage } from '../src/outage.module';

withstandsFuzzing(outage);
