export { type DatabasePlace, eachDatabase } from './databases/each-database';
export { expectGolden } from './golden';
export { CountedIds, FixedClock, fixedNow } from './samples/fixed';
export { replaysItsSamples, type ReplayOptions, type SimulatedBackEnd } from './samples/replay-samples';
