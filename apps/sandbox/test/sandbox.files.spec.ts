import { publishesItsFiles } from '@trunkline/testing';
import { sandbox } from '../src/sandbox.module';

publishesItsFiles(sandbox);
