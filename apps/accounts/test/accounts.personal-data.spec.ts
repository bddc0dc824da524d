import { join } from 'node:path';
import { keepsPersonalData } from '@trunkline/testing';
import { accounts } from '../src/accounts.module';

keepsPersonalData(accounts, join(__dirname, '../src/main.ts'));
