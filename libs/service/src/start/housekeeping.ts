import type { Log } from '../log/log';
import type { Clock } from '../time/clock';
import type { Jobs, Journal } from '@trunkline/store';
import { Upkeep } from './upkeep';

/** How often, in milliseconds, and how many rows a transaction deletes. */
const interval = 60_000;
const slice = 1_000;

interface Kept {
  readonly journal: Pick<Journal, 'recover' | 'purge'>;
  readonly jobs: Pick<Jobs, 'purge'>;
}

/** Finds the messages that nobody works on any more, and names each: what came of it only somebody can tell who looks behind us. */
export async function recoverMessages(journal: Kept['journal'], { logger }: Log): Promise<void> {
  for (const { id, operation, message_id, conversation_id } of await journal.recover()) {
    const facts = { id, operation, messageId: message_id, conversationId: conversation_id };
    logger.warn(facts, 'a message was lost; what came of it is in doubt');
  }
}

/** Now and then: finds the messages that nobody works on any more, and deletes what is older than anybody asks for. */
export class Housekeeping extends Upkeep {
  constructor(
    private readonly store: Kept,
    private readonly retentionDays: number,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(log, 'housekeeping failed; it is tried again');
  }

  start(): void {
    this.every(interval);
  }

  protected async work(): Promise<void> {
    const { journal, jobs } = this.store;
    const before = this.clock.daysAgo(this.retentionDays);
    await recoverMessages(journal, this.log);
    await journal.purge(before, slice);
    await jobs.purge(before, slice);
  }
}
