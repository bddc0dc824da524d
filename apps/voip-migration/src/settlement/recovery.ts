import { Injectable } from '@nestjs/common';
import { createVOIPMigrationWorkOrder } from '@trunkline/contracts/voip-migration';
import { Log, recoverMessages } from '@trunkline/service';
import { Journal } from '@trunkline/store';
import { DoubtStore } from '../store/doubt.store';
import { SettlementJob } from './settlement.job';

/**
 * Finds the messages that were lost with their instance, and gives each to a job: so MIDAS ends with the status that is true, whenever the
 * instance was killed. Those that had sent nothing may simply be tried again.
 */
@Injectable()
export class Recovery {
  constructor(
    private readonly journal: Journal,
    private readonly doubts: DoubtStore,
    private readonly job: SettlementJob,
    private readonly log: Log,
  ) {}

  async recover(): Promise<void> {
    await recoverMessages(this.journal, this.log);
    await this.doubts.reopenUnsent(createVOIPMigrationWorkOrder.name);
    for (const orphan of await this.doubts.orphans()) {
      const { inDoubt, ...migration } = orphan;
      const taken = await this.doubts.handOver(orphan, this.job.item(migration));
      if (taken)
        this.log.logger.warn({ migration: orphan.id, inDoubt }, 'a lost message is settled by a job');
    }
  }
}
