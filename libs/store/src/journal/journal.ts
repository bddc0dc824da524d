import { type Clock, systemClock, timestamp } from '../clock/clock';
import type { AnyDatabase } from '../database/database';
import { failsAgain } from '../database/errors';
import type { Item } from '../database/statement';
import { JournalQueries } from './journal.queries';
import { acceptMessage, orphanMessage, reopenMessage, settleMessage, takeAgain } from './journal.statements';
import type { JournalRow } from './journal.table';
import { type Accepted, type Message, MessageTakenOver, type Settlement } from './message';
import { RunningMessages } from './running-messages';

export interface JournalOptions {
  /** How long an instance may take for a message, in milliseconds: longer than any operation's deadline. */
  readonly lease: number;
  readonly clock?: Clock;
}

const SHORTEST_POLL = 10;
const LONGEST_POLL = 1_000;

/**
 * The memory of a service: a row for each accepted message, durable before anything is done for it and before its answer
 * leaves. With it a message that comes twice is done once, also across a crash and across instances.
 *
 * The clocks of instances that share a database may differ by far less than the lease.
 */
export class Journal {
  private readonly running = new RunningMessages();
  /** What could not be written of messages that came to their end, since the database was away. */
  private readonly unrecorded = new Map<string, readonly Item[]>();
  private readonly queries: JournalQueries;
  private readonly lease: number;
  private readonly clock: Clock;
  private started = false;

  constructor(
    private readonly database: AnyDatabase,
    { lease, clock = systemClock }: JournalOptions,
  ) {
    this.queries = new JournalQueries(database);
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Durable when it resolves. A repetition of a message that is running waits for that one's answer; when `signal` fires first, it is
   * in doubt, and the attempt that runs goes on.
   */
  async accept(message: Message, signal?: AbortSignal): Promise<Accepted> {
    const [inserted] = await this.database.groupCommit.write([this.acceptItem(message)]);
    if (!inserted) return this.acceptRepetition(message, signal);
    this.running.begin(message.id, 1);
    return { state: 'fresh', id: message.id };
  }

  /**
   * Records the outcome, and in the same transaction `alsoWrite` (jobs). Durable when it resolves. What cannot be recorded because the
   * database is away is recorded when the message comes again, or by `recover`; should the process end before, the row is an orphan.
   */
  async settle(id: string, settlement: Settlement, alsoWrite: readonly Item[] = []): Promise<void> {
    const items = [this.settleItem(id, settlement), ...alsoWrite];
    try {
      const [settled] = await this.database.groupCommit.write(items);
      if (!settled) throw new MessageTakenOver(id);
    } catch (error) {
      if (!(error instanceof MessageTakenOver || failsAgain(error))) this.unrecorded.set(id, items);
      throw error;
    } finally {
      this.running.end(id);
    }
  }

  /**
   * To be written with what was found out about a message that is IN_DOUBT: the doubt is over, and its repetition is taken
   * again, for the handler to answer what is known by now. Changes nothing, and returns nothing, in any other state.
   */
  reopenItem(id: string): Item {
    return reopenMessage.item({ id });
  }

  /**
   * Records what could not be recorded before, as far as it can, and finds the orphans, messages that nobody works on any more: at start,
   * before the first `accept`, and now and then, for instances that did not come back. They become IN_DOUBT; gives those that did.
   */
  async recover(): Promise<JournalRow[]> {
    await this.recordOutcomes();
    // A SQLite file has one process: what runs when that starts runs nowhere. Later a row may be of a message that is just being accepted.
    const anyLease = this.database.engine === 'sqlite' && !this.started;
    this.started = true;
    const leaseOver = anyLease ? undefined : timestamp(this.clock.now());
    const running = await this.queries.running(leaseOver);
    return this.orphan(running.filter(({ id }) => !this.running.has(id) && !this.unrecorded.has(id)));
  }

  /** Records what could not be recorded before. Never rejects: what cannot be recorded now is left for the next time. */
  async recordOutcomes(): Promise<void> {
    // Together: while the database is away, each would wait for it as long as all of them.
    await Promise.allSettled([...this.unrecorded.keys()].map((id) => this.record(id)));
  }

  find(id: string): Promise<JournalRow | undefined> {
    return this.queries.find(id);
  }

  countInDoubt(): Promise<number> {
    return this.queries.countInDoubt();
  }

  /**
   * Deletes what was settled before a time, `slice` rows a transaction, so that nobody waits long for it, and says how many.
   * What is IN_DOUBT stays.
   */
  purge(before: Date, slice: number): Promise<number> {
    return this.queries.purge(before, slice);
  }

  private async acceptRepetition(message: Message, signal?: AbortSignal): Promise<Accepted> {
    const row = await this.queries.findEarlier(message.sender, message.messageId);
    if (!row) return this.accept(message, signal); // purged in between
    if (row.fingerprint !== message.fingerprint) return { state: 'conflict' };
    if (this.unrecorded.has(row.id)) {
      await this.record(row.id);
      return this.acceptRepetition(message, signal);
    }
    if (row.state === 'ANSWERED') return { state: 'answered', answer: row.answer ?? '' };
    if (row.state === 'IN_DOUBT') return { state: 'in-doubt' };
    if (row.state === 'RUNNING') return this.waitFor(row, message, signal);
    return this.takeAgain(row, message, signal);
  }

  private async takeAgain(
    { id, attempts }: JournalRow,
    message: Message,
    signal?: AbortSignal,
  ): Promise<Accepted> {
    const item = takeAgain.item({
      id,
      attempts,
      lease_until: this.leaseUntil(),
      instance: this.database.instance,
    });
    const [taken] = await this.database.groupCommit.write([item]);
    if (!taken) return this.acceptRepetition(message, signal);
    this.running.begin(id, attempts + 1);
    return { state: 'fresh', id };
  }

  /** Whoever waited gets the answer, whatever it is; when none comes in time, the earlier attempt is an orphan. */
  private async waitFor(row: JournalRow, message: Message, signal?: AbortSignal): Promise<Accepted> {
    let latest: JournalRow | undefined = row;
    for (let poll = SHORTEST_POLL; latest?.state === 'RUNNING'; poll = Math.min(2 * poll, LONGEST_POLL)) {
      const leaseLeft = Date.parse(latest.lease_until) - this.clock.now();
      if (leaseLeft <= 0 || this.unrecorded.has(latest.id)) break;
      await this.newsOf(latest.id, poll, leaseLeft, signal);
      if (signal?.aborted) return { state: 'in-doubt' };
      latest = await this.find(latest.id);
    }
    if (latest?.answer != null) return { state: 'answered', answer: latest.answer };
    if (latest?.state === 'RUNNING' && !this.unrecorded.has(latest.id)) await this.orphan([latest]);
    return this.acceptRepetition(message, signal);
  }

  /** Of a message that runs here we are told; what another instance does must be looked up. */
  private async newsOf(id: string, poll: number, leaseLeft: number, signal?: AbortSignal): Promise<void> {
    const here = this.running.ended(id);
    if (!here) return this.clock.sleep(Math.min(poll, leaseLeft), signal);
    const told = new AbortController();
    void here.then(() => told.abort());
    await this.clock.sleep(leaseLeft, signal ? AbortSignal.any([told.signal, signal]) : told.signal);
  }

  /** Harmless where it was written after all: only an answer that nobody had reached us. @throws while it cannot be written. */
  private async record(id: string): Promise<void> {
    const items = this.unrecorded.get(id);
    if (!items) return;
    try {
      await this.database.groupCommit.write(items);
    } catch (error) {
      if (!failsAgain(error)) throw error;
    }
    // Unless a later attempt has left another one.
    if (this.unrecorded.get(id) === items) this.unrecorded.delete(id);
  }

  private async orphan(rows: readonly JournalRow[]): Promise<JournalRow[]> {
    const settledAt = timestamp(this.clock.now());
    const items = rows.map(({ id, attempts }) => orphanMessage.item({ id, attempts, settled_at: settledAt }));
    const orphaned = await this.database.groupCommit.write(items);
    return rows.filter((_, index) => orphaned[index] !== undefined);
  }

  private acceptItem(message: Message): Item {
    return acceptMessage.item({
      id: message.id,
      operation: message.operation,
      sender: message.sender ?? null,
      message_id: message.messageId ?? null,
      conversation_id: message.conversationId,
      request_id: message.requestId,
      business_id: message.businessId ?? null,
      fingerprint: message.fingerprint,
      received_at: timestamp(this.clock.now()),
      lease_until: this.leaseUntil(),
      instance: this.database.instance,
    });
  }

  private settleItem(id: string, settlement: Settlement): Item {
    return settleMessage.item({
      id,
      attempts: this.running.attempt(id),
      state: settlement.state,
      outcome: settlement.outcome,
      answer: settlement.answer,
      settled_at: timestamp(this.clock.now()),
      duration_ms: Math.round(settlement.durationMs),
      steps: JSON.stringify(settlement.steps),
    });
  }

  private leaseUntil(): string {
    return timestamp(this.clock.now() + this.lease);
  }
}
