import { Injectable } from '@nestjs/common';
import { Database, Lookup } from '@trunkline/store';
import type { AccountTables, ListenerRow } from './accounts.table';

const everyListener = new Lookup({
  columns: {},
  sql: 'SELECT given.place, listener.id FROM given, listener ORDER BY listener.created_at',
});

/** Who is notified of new accounts. */
@Injectable()
export class ListenerStore {
  constructor(private readonly database: Database<AccountTables>) {}

  /** Keeps a listener; gives the id of the one that has its callback already, and nothing where it is new. */
  async add(listener: ListenerRow): Promise<string | undefined> {
    const { query } = this.database;
    const added = query
      .insertInto('listener')
      .values(listener)
      .onConflict((conflict) => conflict.doNothing());
    if (await added.returning('id').executeTakeFirst()) return undefined;
    const known = query.selectFrom('listener').select('id').where('callback', '=', listener.callback);
    // Removed in between: there is room again.
    return (await known.executeTakeFirst())?.id ?? this.add(listener);
  }

  /** Whether there was one. */
  async remove(id: string): Promise<boolean> {
    // PostgreSQL cannot even be asked for a text with U+0000.
    if (id.includes('\0')) return false;
    const removed = this.database.query.deleteFrom('listener').where('id', '=', id).returning('id');
    return (await removed.executeTakeFirst()) !== undefined;
  }

  /** The callback of a listener that is still registered. */
  async callbackOf(id: string): Promise<string | undefined> {
    const rows = this.database.query.selectFrom('listener').select('callback').where('id', '=', id);
    return (await rows.executeTakeFirst())?.callback;
  }

  async ids(): Promise<string[]> {
    const rows: readonly { id: string }[] = await this.database.lookUp(everyListener, {});
    return rows.map(({ id }) => id);
  }
}
