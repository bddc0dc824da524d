import { readFileSync } from 'node:fs';
import { eventsContract } from '@trunkline/contracts/events';
import { printSoapCosts } from '../servers/soap-costs';

const [, , sample = ''] = process.argv;
printSoapCosts(eventsContract, readFileSync(sample, 'utf8'), { responseStatus: 'SUCCESS' });
