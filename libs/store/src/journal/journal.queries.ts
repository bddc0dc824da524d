import type { Kysely } from 'kysely';
import { timestamp } from '../clock/clock';
import type { AnyDatabase } from '../database/database';
import { deleteInSlices } from '../database/delete-in-slices';
import { type JournalRow, type JournalTables, notAnswered } from './journal.table';

/** The journal's rows, read and purged: all that is not in the way of a message. */
export class JournalQueries {
  private readonly query: Kysely<JournalTables>;

  constructor(database: AnyDatabase) {
    this.query = database.withTables();
  }

  find(id: string): Promise<JournalRow | undefined> {
    return this.rows().where('id', '=', id).executeTakeFirst();
  }

  /** The row that a message collided with. */
  findEarlier(sender: string | undefined, messageId: string | undefined): Promise<JournalRow | undefined> {
    const rows = this.rows().where('sender', '=', sender ?? null);
    return rows.where('message_id', '=', messageId ?? null).executeTakeFirst();
  }

  async countInDoubt(): Promise<number> {
    const inDoubt = this.query.selectFrom('journal').where('state', '=', 'IN_DOUBT').where(notAnswered);
    const counted = inDoubt.select(({ fn }) => fn.countAll<number>().as('count'));
    return (await counted.executeTakeFirstOrThrow()).count;
  }

  /** Those that run; with `leaseOver` only those whose lease was over then. */
  running(leaseOver: string | undefined): Promise<JournalRow[]> {
    const running = this.rows().where('state', '=', 'RUNNING').where(notAnswered);
    return (leaseOver === undefined ? running : running.where('lease_until', '<=', leaseOver)).execute();
  }

  purge(before: Date, slice: number): Promise<number> {
    const old = this.query
      .selectFrom('journal')
      .select('id')
      .where('settled_at', '<', timestamp(before.getTime()))
      .where('state', '<>', 'IN_DOUBT')
      .limit(slice);
    const deletion = this.query.deleteFrom('journal').where('id', 'in', old);
    return deleteInSlices(slice, () => this.query.executeQuery(deletion));
  }

  private rows() {
    return this.query.selectFrom('journal').selectAll();
  }
}
