import { openPostgres } from '../postgres/postgres.engine';
import { openSqlite } from '../sqlite/sqlite.engine';
import { Database } from './database';

export interface DatabaseLocation {
  /** `postgres://…`; undefined for SQLite. */
  readonly url: string | undefined;
  /** Where SQLite keeps its files; made when it is missing. One process a folder. */
  readonly folder: string;
  /** The service's name: the file in the folder, or the schema (dashes become underscores) of the PostgreSQL database. */
  readonly name: string;
  /** What tells this process from the others of the same service: in leases, journal rows and PostgreSQL's own lists. */
  readonly instance: string;
}

/**
 * Opens the database of a service, SQLite unless there is a URL. Rejects with an Error of one line that says what to do
 * when the folder cannot be written or the server cannot be reached; it never contains the URL's password.
 */
export async function openDatabase<T>({
  url,
  folder,
  name,
  instance,
}: DatabaseLocation): Promise<Database<T>> {
  const engine = url === undefined ? await openSqlite(folder, name) : await openPostgres(url, name, instance);
  return new Database<T>(engine, instance);
}
