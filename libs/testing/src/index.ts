export { type DatabasePlace, eachDatabase, onPostgres } from './databases/each-database';
export { expectGolden } from './golden';
export { publishesItsFiles } from './service-files';
export { CountedIds, FixedClock, fixedNow } from './samples/fixed';
export { replaysItsSamples, type ReplayOptions, type SimulatedBackEnd } from './samples/replay-samples';
export { runCrashingService } from './crash/crashing-service';
export { bundle, ServiceProcess } from './crash/service-process';
export { type CountingBackEnd, type CrashSubject, type Said, survivesKills } from './crash/survives-kills';
