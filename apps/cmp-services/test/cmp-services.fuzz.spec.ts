import { withstandsFuzzing } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

withstandsFuzzing(cmpServices);
