import { Injectable } from '@nestjs/common';
import { Clock } from '@trunkline/service';
import { Database, deleteInSlices, Lookup, MessageTakenOver } from '@trunkline/store';
import { type Selectable, sql } from 'kysely';
import {
  type AskedMigration,
  type LineMigration,
  type SettledMigration,
  settlementKind,
  type WorkOrderOutcome,
} from './line-migration';
import { beginMigration, settleMigration } from './line-migration.statements';
import {
  columnsOf,
  type LineMigrationRow,
  outcomeColumns,
  settledOf,
  type VoipMigrationTables,
} from './line-migration.table';

/** So many rows are deleted at once, so that nobody waits long for it. */
const slice = 1_000;

type Row = Selectable<LineMigrationRow>;

const migrationWith = new Lookup({
  columns: { id: 'text' },
  sql: 'SELECT given.place, m.* FROM given JOIN line_migration m ON m.id = given.id',
});

/**
 * A work order that was refused because of one that came to be known only afterwards, since its answer was slow or lost, is not the latest:
 * that one is.
 */
const latestOfLine = new Lookup({
  columns: { telephone_number: 'text' },
  sql: `
    SELECT given.place, m.* FROM given JOIN line_migration m ON m.sequence = (
      SELECT max(known.sequence) FROM line_migration known
      WHERE known.telephone_number = given.telephone_number AND known.state IN ('CREATED', 'NOT_CREATED')
        AND (known.state = 'CREATED' OR known.fault_name <> 'IcomsWorkOrderOpen' OR NOT EXISTS (
          SELECT 1 FROM line_migration open
          WHERE open.telephone_number = known.telephone_number AND open.state = 'CREATED'
            AND open.sequence < known.sequence AND open.settled_at > coalesce(known.settled_at, known.sent_at))))`,
});

/** The migrations of lines, each from before its work order is sent. */
@Injectable()
export class LineMigrationStore {
  constructor(
    private readonly database: Database<VoipMigrationTables>,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the intention to send a work order; durable when it resolves.
   *
   * @throws MessageTakenOver when the message was taken for lost meanwhile: then nothing may be sent.
   */
  async begin(asked: AskedMigration): Promise<LineMigration> {
    const migration = { ...asked, sentAt: this.clock.now().toISOString() };
    const { instance } = this.database;
    const item = beginMigration.item({ ...columnsOf(migration), instance });
    const [begun] = await this.database.groupCommit.write([item]);
    if (!begun) throw new MessageTakenOver(migration.id);
    return migration;
  }

  /** Keeps what ICOMS answered; durable when it resolves. */
  async settle(id: string, outcome: WorkOrderOutcome): Promise<void> {
    const item = settleMigration.item({ id, ...outcomeColumns(outcome, this.clock.now()) });
    await this.database.groupCommit.write([item]);
  }

  /** What came of the work order of a message, where that is known. */
  async findSettled(id: string): Promise<SettledMigration | undefined> {
    const [row]: Row[] = await this.database.lookUp(migrationWith, { id });
    return row && settledOf(row);
  }

  /** Of the work orders of a line of which it is known what came of them, the one that says how the line stands: the last that was sent. */
  async findLatest(telephoneNumber: string): Promise<SettledMigration | undefined> {
    const [row]: Row[] = await this.database.lookUp(latestOfLine, { telephone_number: telephoneNumber });
    return row && settledOf(row);
  }

  /** Forgets what is older than so many days, but for what a job still has to do. Says how much. */
  purge(days: number): Promise<number> {
    const before = this.clock.daysAgo(days).toISOString();
    const deletion = sql`
      DELETE FROM line_migration WHERE id IN (
        SELECT id FROM line_migration
        WHERE sent_at < ${before}
          AND NOT EXISTS (
            SELECT 1 FROM job
            WHERE job.kind = ${settlementKind} AND job.order_key = line_migration.id AND job.state = 'WAITING'
          )
          AND id NOT IN (SELECT order_key FROM job WHERE job.state = 'DEAD' AND job.kind = ${settlementKind})
        LIMIT ${slice}
      )`;
    return deleteInSlices(slice, () => deletion.execute(this.database.query));
  }
}
