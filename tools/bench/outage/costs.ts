import { readFileSync } from 'node:fs';
import { OutageEvents } from '@trunkline/contracts/outage';
import { printRestCosts } from '../servers/rest-costs';

const [, , sample = ''] = process.argv;
printRestCosts(OutageEvents, readFileSync(sample, 'utf8'));
