import type { Fault } from '@trunkline/faults';

/** The migration of a line that one message asks for. */
export interface AskedMigration {
  /** The message's id in the journal, and its work order's consumerReference in ICOMS. */
  readonly id: string;
  /** Digits only. */
  readonly telephoneNumber: string;
  readonly accountNumber: string;
  readonly siteReference: number;
  /** Who started the process. */
  readonly originatorUri: string;
  readonly conversationId: string;
}

/** A migration whose work order may have been sent: what must be known of it after a crash. */
export interface LineMigration extends AskedMigration {
  /** When it was about to be sent to ICOMS. ISO 8601, UTC. */
  readonly sentAt: string;
}

/** The jobs that settle migrations, each with the id of its migration as its key. */
export const settlementKind = 'settle-migration';

/** What came of a work order: its number, or why there is none. */
export type WorkOrderOutcome = { readonly orderNumber: string } | { readonly fault: Fault };

/** A migration of which it is known what came of it. */
export interface SettledMigration extends LineMigration {
  readonly outcome: WorkOrderOutcome;
}
