export { type PendingFault, PendingFaults } from './pending-faults';
export { answer, answerHalf, hangUp, type Reaction, react, sayNothing } from './reaction';
export { type OpenSocket, serveOnFreePort } from './socket';
