import { Injectable } from '@nestjs/common';
import type { Operation, SentIds } from '@trunkline/operations';
import { ServiceConfig } from '../config/service.config';
import { Log } from '../log/log';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import type { Call } from './call';

/** Begins the call of each message: its ids, those that were not sent made for it, its time limit and its log. */
@Injectable()
export class Calls {
  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
    private readonly newIds: Ids,
    private readonly log: Log,
  ) {}

  begin({ name }: Operation, sent: SentIds, user?: string): Call {
    const ids = {
      conversationId: sent.conversationId ?? this.newIds.next(),
      requestId: sent.requestId ?? this.newIds.next(),
      messageId: sent.messageId ?? this.newIds.next(),
      businessId: sent.businessId,
    };
    return {
      id: this.newIds.next(),
      operation: name,
      ids,
      user,
      receivedAt: this.clock.now(),
      signal: AbortSignal.timeout(this.config.callDeadline),
      log: this.log.callLogger(ids, name),
      steps: [],
      alsoWrite: [],
    };
  }
}
