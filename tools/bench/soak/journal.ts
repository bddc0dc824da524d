import { DatabaseSync } from 'node:sqlite';

const day = 24 * 3_600_000;

/** The journal of a service that runs, seen from beside it. */
export class SeenJournal {
  readonly #database: DatabaseSync;

  /** @param file Its SQLite file. */
  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec('PRAGMA busy_timeout = 5000');
  }

  /** What was settled a minute ago becomes two days old: nobody can wait for days. */
  age(): void {
    const [before, then] = [Date.now() - 60_000, Date.now() - 2 * day];
    this.#database
      .prepare('UPDATE journal SET settled_at = ? WHERE settled_at < ? AND settled_at > ?')
      .run(timestamp(then), timestamp(before), timestamp(then));
  }

  /** How many messages it holds. */
  size(): number {
    return Number(this.#database.prepare('SELECT count(*) AS size FROM journal').get()!['size']);
  }

  close(): void {
    this.#database.close();
  }
}

function timestamp(time: number): string {
  return new Date(time).toISOString();
}
