import type { JournalState } from './journal.table';

/** A message that passed validation. */
export interface Message {
  /** Ours; the key of its row. */
  readonly id: string;
  readonly operation: string;
  /** With the messageId: what makes it the same message when it comes again. Without either it stands for itself. */
  readonly sender?: string | undefined;
  readonly messageId?: string | undefined;
  readonly conversationId: string;
  readonly requestId: string;
  readonly businessId?: string | undefined;
  /** Hash of the operation and the values of the body. */
  readonly fingerprint: string;
}

/**
 * fresh: do it, then settle `id` (that of the earlier attempt, when one failed). answered: give this answer again. conflict:
 * the same ids came with other content. in-doubt: an earlier attempt may have had its effect.
 */
export type Accepted =
  | { readonly state: 'fresh'; readonly id: string }
  | { readonly state: 'answered'; readonly answer: string }
  | { readonly state: 'conflict' }
  | { readonly state: 'in-doubt' };

export interface Settlement {
  readonly state: Exclude<JournalState, 'RUNNING'>;
  /** In one word: SUCCESS, or the code of the fault. */
  readonly outcome: string;
  /** Given back as it is to whoever repeats the message. */
  readonly answer: string;
  readonly durationMs: number;
  readonly steps: readonly object[];
}

/** Another instance has taken the message since: its outcome is no longer this one's to say. */
export class MessageTakenOver extends Error {
  constructor(id: string) {
    super(`Message ${id} was taken over after its lease was over.`);
    this.name = 'MessageTakenOver';
  }
}
