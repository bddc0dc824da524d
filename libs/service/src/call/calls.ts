import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Operation, SentIds } from '@trunkline/operations';
import { ServiceConfig } from '../config/service.config';
import { Log } from '../log/log';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import type { Call } from './call';
import { Deadline } from './deadline';

/** A call as its service holds it until the message is answered. */
export interface OpenCall extends Call {
  /** Another than the one that it began with, where the journal knows the message already. */
  id: string;
  /** Lets go of what runs beside it. */
  end(): void;
}

/** Begins the call of each message: its ids, those that were not sent made for it, its time limit and its log. */
@Injectable()
export class Calls {
  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
    private readonly newIds: Ids,
    private readonly log: Log,
  ) {}

  begin({ name }: Pick<Operation, 'name'>, sent: SentIds, user?: string): OpenCall {
    const ids = {
      conversationId: sent.conversationId ?? this.newIds.next(),
      requestId: sent.requestId ?? this.newIds.next(),
      messageId: sent.messageId ?? this.newIds.next(),
      businessId: sent.businessId,
    };
    const deadline = new Deadline(this.config.callDeadline);
    const { log: serviceLog } = this;
    let log: Logger | undefined;
    return {
      id: this.newIds.next(),
      operation: name,
      ids,
      originator: sent.originator,
      user,
      receivedAt: this.clock.now(),
      get signal() {
        return deadline.signal;
      },
      // Most messages have nothing to log on their way.
      get log() {
        return (log ??= serviceLog.callLogger(ids, name));
      },
      steps: [],
      alsoWrite: [],
      end: () => deadline.end(),
    };
  }
}
