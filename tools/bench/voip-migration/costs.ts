import { readFileSync } from 'node:fs';
import { CreateVOIPMigrationWorkOrderRequest } from '@trunkline/contracts/voip-migration';
import { printRestCosts } from '../servers/rest-costs';

const [, , sample = ''] = process.argv;
printRestCosts(CreateVOIPMigrationWorkOrderRequest, readFileSync(sample, 'utf8'));
