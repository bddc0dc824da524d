import { Injectable } from '@nestjs/common';
import { Clock } from '@trunkline/service';
import { Database, type Item, Journal } from '@trunkline/store';
import { sql } from 'kysely';
import type { LineMigration, WorkOrderOutcome } from './line-migration';
import { doubtMigration, settleDoubt } from './line-migration.statements';
import { migrationOf, outcomeColumns, type VoipMigrationTables } from './line-migration.table';

/** A migration that nobody works on: its message was lost with its instance. */
export interface Orphan extends LineMigration {
  /** The work order may have been sent, and no answer was kept. */
  readonly inDoubt: boolean;
}

/** As many are taken at a time. */
const handful = 100;

/** Both as they stand: only so the journal's index of the few messages that are not answered serves. */
const inJournalInDoubt = sql<boolean>`journal.state <> 'ANSWERED' AND journal.state = 'IN_DOUBT'`;

/** The messages of which nobody knows what came of them, and how they come to be known. */
@Injectable()
export class DoubtStore {
  constructor(
    private readonly database: Database<VoipMigrationTables>,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

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
    const settled = settleDoubt.item({ id, ...outcomeColumns(outcome, this.clock.now()) });
    await this.database.groupCommit.write([settled, this.journal.reopenItem(id)]);
  }

  /**
   * The migrations of messages that were lost with their instance: the journal says IN_DOUBT of them, and no job is about them yet.
   */
  async orphans(): Promise<Orphan[]> {
    const rows = await this.database.query
      .selectFrom('line_migration')
      .innerJoin('journal', 'journal.id', 'line_migration.id')
      .selectAll('line_migration')
      .where(inJournalInDoubt)
      .where('line_migration.state', '<>', 'IN_DOUBT')
      .limit(handful)
      .execute();
    return rows.map((row) => ({ ...migrationOf(row), inDoubt: row.state === 'SENDING' }));
  }

  /** Gives an orphan to a job, once, whoever else tries; false when somebody has. */
  async handOver({ id, inDoubt }: Orphan, job: Item): Promise<boolean> {
    const take = inDoubt ? doubtMigration.item({ id }) : this.journal.reopenItem(id);
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
    const unsent = await this.database.query
      .selectFrom('journal')
      .leftJoin('line_migration', 'line_migration.id', 'journal.id')
      .select('journal.id')
      .where(inJournalInDoubt)
      .where('journal.operation', '=', operation)
      .where('line_migration.id', 'is', null)
      .limit(handful)
      .execute();
    const reopened = await this.database.groupCommit.write(
      unsent.map(({ id }) => this.journal.reopenItem(id)),
    );
    return reopened.filter((row) => row !== undefined).length;
  }
}
