// Written by `npm run published`, from what the others import of this lib.
export { type PendingFault, PendingFaults } from './pending-faults';
export { type Reaction, answer, answerHalf, hangUp, react, sayNothing } from './reaction';
export { type SimulatedAccount, accountsFrom } from './simulated-account';
export { type OpenSocket, serveOnFreePort } from './socket';
