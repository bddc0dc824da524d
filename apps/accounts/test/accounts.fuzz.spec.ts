import { join } from 'node:path';
import { withstandsFuzzing } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

withstandsFuzzing(accounts, join(__dirname, '../src/main.ts'));
