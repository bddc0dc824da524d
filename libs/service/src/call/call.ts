import type { Item } from '@trunkline/store';
import type { Logger } from 'pino';

/** The ids that a message carries, or that we made for it (CONTRACTS.md section 0). On every log line of the message. */
export interface CallIds {
  /** The same through a whole business process. */
  readonly conversationId: string;
  /** Unique for a request and its answer. */
  readonly requestId: string;
  /** The message's own. */
  readonly messageId: string;
  /** The consumer's own reference, only when it sent one. */
  readonly businessId?: string | undefined;
}

/** A stretch of a message's way, for its journal row and its log line. */
export interface Step {
  readonly name: string;
  readonly milliseconds: number;
  /** `ok`, or in one word what went wrong. */
  readonly outcome: string;
}

/**
 * One message on its way through a service: what a handler and a back end need to know of it beside its content. Made by
 * the endpoint, handed from method to method, never stored.
 */
export interface Call {
  /** Our own id of this message: the journal's key. */
  readonly id: string;
  /** The contract's own name of the operation. */
  readonly operation: string;
  readonly ids: CallIds;
  /** Who started the process that it is part of, where the message says so. */
  readonly originator?: string | undefined;
  /** Who sent it; undefined where the service lets everybody in. */
  readonly user?: string | undefined;
  readonly receivedAt: Date;
  /** Fires when the time of the message is over; back-end calls stop at their own or at this deadline. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly steps: Step[];
  /** Where a handler puts what must stand together with the outcome of the message: jobs. Written in the same transaction. */
  readonly alsoWrite: Item[];
}
