export { type DatabasePlace, eachDatabase, onPostgres } from './databases/each-database';
export { eachMigrated } from './databases/each-migrated';
export { plansOf } from './databases/query-plans';
export { expectGolden } from './golden';
export { publishesItsFiles } from './service-files';
export { CountedIds, FixedClock, fixedNow } from './samples/fixed';
export { replaysItsSamples, type ReplayOptions, type SimulatedBackEnd } from './samples/replay-samples';
export { runCrashingService } from './crash/crashing-service';
export { bundle, ServiceProcess } from './crash/service-process';
export { type CountingBackEnd, type CrashSubject, type Said, survivesKills } from './crash/survives-kills';
export {
  type HeldJobs,
  type SharedBackEnd,
  type SharedSubject,
  sharesItsDatabase,
} from './instances/shares-its-database';
export { outlivesDatabaseTrouble, type TroubledSubject } from './trouble/outlives-database-trouble';
export {
  type FaultMatrix,
  type FaultedCall,
  type Met,
  meetsWireFaults,
  type Told,
} from './wire-faults/meets-wire-faults';
export { withstandsFuzzing } from './fuzz/withstands-fuzzing';
export { provesItsMessages } from './contracts/proves-its-messages';
export { provesSoapContract } from './contracts/proves-soap-contract';
export { type StandIn, standInFor } from './contracts/stand-in';
export { messages } from './documents/values';
export { Judge, judgeOf, judgeOfEnvelopes } from './judges/judge';
export { NodeSoap } from './judges/node-soap';
export { withstandsAttacks } from './hostile/withstands-attacks';
export { keepsPersonalData } from './personal-data/keeps-personal-data';
export { refusesWhatIsTooMuch } from './overload/refuses-what-is-too-much';
