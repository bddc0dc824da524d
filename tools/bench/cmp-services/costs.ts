import { readFileSync } from 'node:fs';
import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import { printSoapCosts } from '../servers/soap-costs';

const [, , sample = ''] = process.argv;
printSoapCosts(cmpServicesContract, readFileSync(sample, 'utf8'), { Result: { ExternalReference: '?' } });
