import { provesSoapContract } from '@trunkline/testing';
import { cmpServicesContract } from './cmp-services.contract';

provesSoapContract(cmpServicesContract, 'http://localhost:3003');
