import { Injectable } from '@nestjs/common';
import { Database, type Item } from '@trunkline/store';
import type { LineMigration, WorkOrderOutcome } from './line-migration';
import { doubtMigration, reopenMessage, settleDoubt } from './line-migration.statements';
import { migrationOf, outcomeColumns, type VoipMigrationTables } from './line-migration.table';

/** A migration that nobody works on: its message was lost with its instance. */
export interface Orphan extends LineMigration {
  /** The work order may have been sent, and no answer was kept. */
  readonly inDoubt: boolean;
}

/** As many orphans are taken at a time. */
const handful = 100;

/** The messages of which nobody knows what came of them, and how they come to be known. */
@Injectable()
export class DoubtStore {
  constructor(private readonly database: Database<VoipMigrationTables>) {}

  /** To be written with the outcome of a message whose work order is in doubt, and with the job that finds out. */
  doubt(id: string): Item {
    return doubtMigration.item({ id });
  }

  /** Whether a migration is in doubt. */
  async has(id: string): Promise<boolean> {
    const rows = this.database.query.selectFrom('line_migration').select('id');
    return (await rows.where('id', '=', id).where('state', '=', 'IN_DOUBT').executeTakeFirst()) !== undefined;
  }

  /** Keeps what was found out, and lets a repetition of the message have it for an answer. */
  async settle(id: string, outcome: WorkOrderOutcome): Promise<void> {
    const items = [settleDoubt.item({ id, ...outcomeColumns(outcome) }), reopenMessage.item({ id })];
    await this.database.groupCommit.write(items);
  }

  /**
   * The migrations of messages that were lost with their instance: the journal says IN_DOUBT of them, and no job is about them yet.
   */
  async orphans(): Promise<Orphan[]> {
    const rows = await this.database.query
      .selectFrom('line_migration')
      .innerJoin('journal', 'journal.id', 'line_migration.id')
      .selectAll('line_migration')
      .where('journal.state', '=', 'IN_DOUBT')
      .where('line_migration.state', '<>', 'IN_DOUBT')
      .limit(handful)
      .execute();
    return rows.map((row) => ({ ...migrationOf(row), inDoubt: row.state === 'SENDING' }));
  }

  /** Gives an orphan to a job, once, whoever else tries; false when somebody has. */
  async handOver({ id, inDoubt }: Orphan, job: Item): Promise<boolean> {
    const take = inDoubt ? doubtMigration.item({ id }) : reopenMessage.item({ id });
    return this.database.transaction(async (trx) => {
      const [taken] = await this.database.writeIn(trx, [take]);
      if (taken) await this.database.writeIn(trx, [job]);
      return taken !== undefined;
    });
  }

  /**
   * Lost messages whose work order was certainly not sent, since there is not even the intention: they may be tried again. Says how many.
   *
   * @param operation Whose messages they are.
   */
  async reopenUnsent(operation: string): Promise<number> {
    const { numUpdatedRows } = await this.database.query
      .updateTable('journal')
      .set({ state: 'FAILED' })
      .where('state', '=', 'IN_DOUBT')
      .where('operation', '=', operation)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('line_migration')
              .select('line_migration.id')
              .whereRef('line_migration.id', '=', 'journal.id'),
          ),
        ),
      )
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }
}
