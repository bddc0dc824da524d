import type { RestContract, RestOperation } from './rest';
import type { SoapContract, SoapOperation } from './soap';

/** An operation of either form. */
export type Operation = SoapOperation | RestOperation;

/** What a service promises, in either form. */
export type Contract = SoapContract | RestContract;
