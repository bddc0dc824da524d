import { Injectable } from '@nestjs/common';
import { Fault } from '@trunkline/faults';
import { type Item, type Job, JobFailure, Jobs } from '@trunkline/store';
import { type LineMigration, settlementKind } from '../store/line-migration';
import { JobCalls } from './job-calls';
import { Settlement } from './settlement';
import { StatusReporter } from './status-reporter';

/** What still has to be done for a migration when its message is answered, or lost: find out what came of it, and tell MIDAS. */
@Injectable()
export class SettlementJob {
  constructor(
    private readonly jobs: Jobs,
    private readonly calls: JobCalls,
    private readonly settlement: Settlement,
    private readonly reporter: StatusReporter,
  ) {
    jobs.handle<LineMigration>(settlementKind, (job) => this.run(job));
  }

  /** The job, to be written with what it follows from. */
  item(migration: LineMigration): Item {
    return this.jobs.item(settlementKind, migration, { key: migration.id });
  }

  /**
   * Harmless when done twice: what is known is not asked for again, and MIDAS takes the same status twice.
   *
   * @throws JobFailure with the words of the back end for the job's row: in the log they may not stand, since they can quote what it was sent.
   */
  private async run(job: Job<LineMigration>): Promise<void> {
    const call = this.calls.begin(job);
    try {
      await this.settlement.settle(job.input, call);
      let told = false;
      while (!told) told = await this.reporter.report(job.input.telephoneNumber, call);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { row, text = row.description } = error;
      throw new JobFailure(`${row.code} ${row.description}`, `${row.code} ${text}`, { cause: error });
    }
  }
}
