import { type Kysely, sql, type Transaction } from 'kysely';
import { systemClock, timestamp } from '../clock/clock';
import type { AnyDatabase } from './database';
import type { EngineName } from './engine';
import { remedyOf } from './errors';

/** One change of the tables. Once published it is never edited: a correction is a further one. */
export interface Migration {
  /** Unique in the service: `journal-0001`, `0001-orders`. */
  readonly name: string;
  up(trx: Kysely<unknown>, engine: EngineName): Promise<void>;
}

/** Any number that nobody else in the database takes. */
const MIGRATION_LOCK = 7_211_002;

/**
 * Brings the tables up to date, all or nothing: runs, in the order of the list, each migration that the database does not
 * have yet. Instances that start at once on PostgreSQL wait for the first. Rejects when the database has a migration that
 * the list lacks: it belongs to a newer version of the service.
 */
export async function migrate(database: AnyDatabase, migrations: readonly Migration[]): Promise<void> {
  await bringUpToDate(database, migrations).catch((error: unknown) => {
    const remedy = remedyOf(error);
    if (remedy === undefined) throw error;
    throw new Error(`The database cannot be brought up to date: ${(error as Error).message}. ${remedy}`, {
      cause: error,
    });
  });
}

async function bringUpToDate(database: AnyDatabase, migrations: readonly Migration[]): Promise<void> {
  const query = database.withTables<unknown>();
  await query.transaction().execute(async (trx) => {
    if (database.engine === 'postgres') {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)}, hashtext(current_schema()))`.execute(
        trx,
      );
    }
    await sql`CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY NOT NULL, applied_at text NOT NULL)`.execute(
      trx,
    );
    const applied = await appliedNames(trx);
    refuseNewerDatabase(applied, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.name)) await apply(trx, migration, database.engine);
    }
  });
}

async function appliedNames(trx: Transaction<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM migration`.execute(trx);
  return new Set(rows.map(({ name }) => name));
}

function refuseNewerDatabase(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new Error(
    `The database has the migration ${unknown}, which this version does not know: run the newer version.`,
  );
}

async function apply(trx: Transaction<unknown>, { name, up }: Migration, engine: EngineName): Promise<void> {
  await up(trx, engine);
  await sql`INSERT INTO migration (name, applied_at) VALUES (${name}, ${timestamp(systemClock.now())})`.execute(
    trx,
  );
}
