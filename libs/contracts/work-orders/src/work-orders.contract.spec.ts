import { provesSoapContract } from '@trunkline/testing';
import { workOrdersContract } from './work-orders.contract';

provesSoapContract(workOrdersContract, 'http://localhost:3010');
