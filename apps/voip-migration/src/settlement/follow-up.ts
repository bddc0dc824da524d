import { Injectable } from '@nestjs/common';
import type { Call } from '@trunkline/service';
import { DoubtStore } from '../store/doubt.store';
import type { LineMigration } from '../store/line-migration';
import { SettlementJob } from './settlement.job';
import { StatusReporter } from './status-reporter';

/** What follows a work order within its request; what does not come about there becomes a job, in the transaction of the outcome. */
@Injectable()
export class FollowUp {
  constructor(
    private readonly reporter: StatusReporter,
    private readonly doubts: DoubtStore,
    private readonly job: SettlementJob,
  ) {}

  /**
   * Tells MIDAS what came of the work order.
   *
   * @throws whatever kept us from it: then it is tried again.
   */
  async report(migration: LineMigration, call: Call): Promise<void> {
    let told = false;
    try {
      told = await this.reporter.report(migration.telephoneNumber, call);
    } finally {
      if (!told) call.alsoWrite.push(this.job.item(migration));
    }
  }

  /** Nobody knows what came of the work order: it is found out, and then MIDAS is told. */
  settleLater(migration: LineMigration, call: Call): void {
    call.alsoWrite.push(this.doubts.doubt(migration.id), this.job.item(migration));
  }
}
