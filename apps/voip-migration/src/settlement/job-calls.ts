import { Injectable } from '@nestjs/common';
import { createVOIPMigrationWorkOrder } from '@trunkline/contracts/voip-migration';
import { type Call, Clock, Ids, Log } from '@trunkline/service';
import type { Job } from '@trunkline/store';
import type { LineMigration } from '../store/line-migration';

/** The calls of jobs: in the conversation of the message that they follow from, with ids of their own. */
@Injectable()
export class JobCalls {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  begin({ id, input, signal }: Job<LineMigration>): Call {
    const operation = createVOIPMigrationWorkOrder.name;
    const ids = {
      conversationId: input.conversationId,
      requestId: this.ids.next(),
      messageId: this.ids.next(),
    };
    const log = this.log.callLogger(ids, operation);
    return { id, operation, ids, receivedAt: this.clock.now(), signal, log, steps: [], alsoWrite: [] };
  }
}
