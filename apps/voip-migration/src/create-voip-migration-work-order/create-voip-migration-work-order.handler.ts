import { Injectable } from '@nestjs/common';
import { IcomsWorkOrders, type MigrationWorkOrder } from '@trunkline/backends/icoms';
import { type LineDetails, Midas } from '@trunkline/backends/midas';
import {
  createVOIPMigrationWorkOrder,
  type CreateVOIPMigrationWorkOrderRequest,
  type CreateVOIPMigrationWorkOrderResponse,
  renderFault,
} from '@trunkline/contracts/voip-migration';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { FollowUp } from '../settlement/follow-up';
import type { AskedMigration, LineMigration, WorkOrderOutcome } from '../store/line-migration';
import { LineMigrationStore } from '../store/line-migration.store';
import { inDoubt, notCreated, notReported, withoutDetails } from './failures';
import { workOrderOf } from './work-order';

/** Who starts a process where nobody says so. */
const ourUri = 'urn:trunkline:voip-migration';

type Request = CreateVOIPMigrationWorkOrderRequest;
type Response = CreateVOIPMigrationWorkOrderResponse;

/**
 * Reads the line's details, creates the work order, tells MIDAS what came of it (CONTRACTS.md section 5). Nothing is sent to ICOMS before the
 * intention is durable, and nothing is sent to it twice.
 */
@Handles(createVOIPMigrationWorkOrder)
@Injectable()
export class CreateVOIPMigrationWorkOrderHandler implements Handler<Request, Response> {
  constructor(
    private readonly midas: Midas,
    private readonly workOrders: IcomsWorkOrders,
    private readonly migrations: LineMigrationStore,
    private readonly followUp: FollowUp,
  ) {}

  async handle(request: Request, call: Call): Promise<Response> {
    // The message comes again, and what was in doubt then is known by now. Whether MIDAS knows, too, is not: telling it twice is harmless.
    const settled = await this.migrations.findSettled(call.id);
    if (settled) return answer(settled.outcome, await this.report(settled, call));
    const asked = migrationOf(request, call);
    const details = await this.readDetails(asked, call);
    const migration = await this.migrations.begin(asked);
    const outcome = await this.createWorkOrder(migration, details, call);
    return answer(outcome, await this.report(migration, call));
  }

  private async readDetails(asked: AskedMigration, call: Call): Promise<LineDetails> {
    try {
      return await this.midas.lineDetails(asked, asked.originatorUri, call);
    } catch (error) {
      throw error instanceof Fault ? withoutDetails(error) : error;
    }
  }

  /** Durable before it resolves: whoever comes after a crash need not ask ICOMS. */
  private async createWorkOrder(
    migration: LineMigration,
    details: LineDetails,
    call: Call,
  ): Promise<WorkOrderOutcome> {
    try {
      const outcome = await this.askIcoms(workOrderOf(migration, details), call);
      await this.migrations.settle(migration.id, outcome);
      return outcome;
    } catch (error) {
      this.followUp.settleLater(migration, call);
      throw inDoubt(error);
    }
  }

  private async askIcoms(order: MigrationWorkOrder, call: Call): Promise<WorkOrderOutcome> {
    try {
      return { orderNumber: await this.workOrders.create(order, call) };
    } catch (error) {
      if (error instanceof Fault && !error.inDoubt) return { fault: error };
      throw error;
    }
  }

  private async report(migration: LineMigration, call: Call): Promise<Fault | undefined> {
    try {
      await this.followUp.report(migration, call);
      return undefined;
    } catch (error) {
      return notReported(error);
    }
  }
}

function migrationOf({ telephoneNumber, accountIdentification }: Request, call: Call): AskedMigration {
  const { accountNumber, siteReference } = accountIdentification;
  return {
    id: call.id,
    telephoneNumber: telephoneNumber.replace('+', ''),
    accountNumber,
    siteReference,
    originatorUri: call.originator ?? ourUri,
    conversationId: call.ids.conversationId,
  };
}

/** The four rows of the answer table. */
function answer(outcome: WorkOrderOutcome, untold?: Fault): Response {
  if ('fault' in outcome) throw notCreated(outcome.fault, untold);
  const success = { orderNumber: outcome.orderNumber, ...(untold && { fault: [renderFault(untold)] }) };
  return { CreateVOIPMigrationWorkOrder: { success } };
}
