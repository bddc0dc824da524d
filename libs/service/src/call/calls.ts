import { Injectable } from '@nestjs/common';
import type { Item } from '@trunkline/store';
import type { Logger } from 'pino';
import type { Operation, SentIds } from '@trunkline/operations';
import { CallsConfig } from '../config/calls.config';
import { sectionOf } from '../config/section-of';
import { ServiceConfig } from '../config/service.config';
import { Log } from '../log/log';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import type { Call, CallIds, Step } from './call';
import { Deadline } from './deadline';

/** A call as its service holds it until the message is answered. */
export class OpenCall implements Call {
  readonly steps: Step[] = [];
  readonly alsoWrite: Item[] = [];
  private logger: Logger | undefined;

  constructor(
    /** Another than the one that it began with, where the journal knows the message already. */
    public id: string,
    readonly operation: string,
    readonly ids: CallIds,
    readonly originator: string | undefined,
    readonly user: string | undefined,
    readonly receivedAt: Date,
    private readonly deadline: Deadline,
    private readonly serviceLog: Log,
  ) {}

  get signal(): AbortSignal {
    return this.deadline.signal;
  }

  /** Made when it is asked for: most messages have nothing to log on their way. */
  get log(): Logger {
    return (this.logger ??= this.serviceLog.callLogger(this.ids, this.operation));
  }

  /** Lets go of what runs beside it. */
  end(): void {
    this.deadline.end();
  }
}

/** Begins the call of each message: its ids, those that were not sent made for it, its time limit and its log. */
@Injectable()
export class Calls {
  private readonly timeLimit: number;

  constructor(
    config: ServiceConfig,
    private readonly clock: Clock,
    private readonly newIds: Ids,
    private readonly log: Log,
  ) {
    this.timeLimit = sectionOf(config, CallsConfig).deadline;
  }

  begin({ name }: Pick<Operation, 'name'>, sent: SentIds, user?: string): OpenCall {
    const ids = this.idsFor(sent);
    const deadline = new Deadline(this.timeLimit);
    const now = this.clock.now();
    return new OpenCall(this.newIds.next(), name, ids, sent.originator, user, now, deadline, this.log);
  }

  /** The ids of a message, those that were not sent made for it. */
  idsFor({ conversationId, requestId, messageId, businessId }: SentIds): CallIds {
    return {
      conversationId: conversationId ?? this.newIds.next(),
      requestId: requestId ?? this.newIds.next(),
      messageId: messageId ?? this.newIds.next(),
      businessId,
    };
  }
}
