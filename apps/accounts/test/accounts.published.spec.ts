import { publishesItsFiles } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

publishesItsFiles(accounts);
