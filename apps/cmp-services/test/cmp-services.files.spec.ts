import { publishesItsFiles } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';

publishesItsFiles(cmpServices);
