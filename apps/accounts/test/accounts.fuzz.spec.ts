import { withstandsFuzzing } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

withstandsFuzzing(accounts);
