import { provesSoapContract } from '@trunkline/testing';
import { eventsContract } from './events.contract';

provesSoapContract(eventsContract, 'http://localhost:3001');
