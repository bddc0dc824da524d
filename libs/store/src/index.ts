export { type Clock, systemClock, timestamp } from './clock/clock';
export { ManualClock } from './clock/manual-clock';
export { Shares } from './clock/shares';
export { type AnyDatabase, Database } from './database/database';
export { deleteInSlices } from './database/delete-in-slices';
export type { AnyTransaction, EngineName } from './database/engine';
export { failsAgain, metAnother } from './database/errors';
export type { GroupCommit } from './database/group-commit';
export { Lane } from './database/lane';
export { Lookup } from './database/lookup';
export { migrate, type Migration } from './database/migrate';
export { type DatabaseLocation, openDatabase } from './database/open-database';
export {
  type Columns,
  type Item,
  type Returned,
  Statement,
  type Value,
  type Values,
} from './database/statement';
export { Journal, type JournalOptions } from './journal/journal';
export {
  type JournalRow,
  type JournalState,
  type JournalTables,
  journalMigrations,
} from './journal/journal.table';
export { type Accepted, type Message, MessageTakenOver, type Settlement } from './journal/message';
export { type Job, type JobEvents, JobFailure, type JobHandler, type JobLog } from './jobs/job';
export { Jobs, type JobsOptions } from './jobs/jobs';
export type { JobCount } from './jobs/jobs.queries';
export { jobMigrations, type JobRow, type JobState, type JobTables } from './jobs/jobs.table';
export { postgresLimits } from './postgres/limits';
export { workerFile } from './worker-file';
