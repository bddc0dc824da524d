import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Database, jobMigrations, journalMigrations, migrate, openDatabase } from '@trunkline/store';
import type { ProcessConfig } from '../config/process.config';
import { ServiceConfig } from '../config/service.config';
import type { Service } from '../service';
import { StartError } from './start-error';

/**
 * Without a contract and tables of its own a service keeps nothing.
 *
 * @throws Error when it has such, and its config class does not say where they are kept.
 */
export function hasDatabase(
  { contract, migrations }: Service,
  config: ProcessConfig,
): config is ServiceConfig {
  if (contract === undefined && migrations === undefined) return false;
  if (config instanceof ServiceConfig) return true;
  throw new Error('the config of a service with a contract, or with tables, extends ServiceConfig');
}

/**
 * Opens the database of a service, and brings it up to date.
 *
 * @throws StartError when it cannot be opened, or belongs to a newer version of the service.
 */
export async function openDatabaseOf<T = object>(
  service: Service,
  config: ProcessConfig,
): Promise<Database<T>> {
  const { name, migrations = [] } = service;
  if (!hasDatabase(service, config)) throw new Error(`${name} has no database`);
  const { databaseUrl, dataFolder } = config;
  const location = { url: databaseUrl, folder: dataFolder, name, instance: instanceName() };
  const database = await openDatabase<T>(location).catch(refuse);
  try {
    await migrate(database, [...journalMigrations, ...jobMigrations, ...migrations]);
  } catch (error) {
    await database.close();
    refuse(error);
  }
  return database;
}

function refuse(error: unknown): never {
  throw new StartError(error instanceof Error ? error.message : String(error), error);
}

/** Unique among the processes that share a database, and found by people. */
function instanceName(): string {
  return `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;
}
