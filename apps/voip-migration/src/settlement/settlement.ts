import { Injectable } from '@nestjs/common';
import { IcomsWorkOrders } from '@trunkline/backends/icoms';
import { Fault } from '@trunkline/faults';
import { type Call, Clock } from '@trunkline/service';
import { DoubtStore } from '../store/doubt.store';
import type { LineMigration, WorkOrderOutcome } from '../store/line-migration';
import { VoipMigrationConfig } from '../voip-migration.config';

/** Finds out what came of a work order whose answer was lost. */
@Injectable()
export class Settlement {
  constructor(
    private readonly workOrders: IcomsWorkOrders,
    private readonly doubts: DoubtStore,
    private readonly config: VoipMigrationConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks ICOMS, and keeps what it says; does nothing for a work order that is not in doubt. That there is none counts only when ICOMS cannot
   * be at work on it any more.
   *
   * @throws Fault of ICOMS; Error while it is too early to tell.
   */
  async settle(migration: LineMigration, call: Call): Promise<void> {
    if (!(await this.doubts.has(migration.id))) return;
    const orderNumber = await this.workOrders.find(migration.id, call);
    const outcome: WorkOrderOutcome =
      orderNumber === undefined ? this.notCreated(migration) : { orderNumber };
    await this.doubts.settle(migration.id, outcome);
    call.log.info({ migration: migration.id, orderNumber }, 'a work order is in doubt no more');
  }

  private notCreated({ sentAt }: LineMigration): WorkOrderOutcome {
    const age = this.clock.now().getTime() - Date.parse(sentAt);
    if (age < this.config.settleAfter) throw new Error('ICOMS has no such work order yet');
    return { fault: new Fault('IcomsSystemException', { text: 'ICOMS has no work order of this request' }) };
  }
}
