import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault, type FieldFault } from '@trunkline/faults';
import type { CommonFaults, Operation, SentIds } from '@trunkline/operations';
import { Journal } from '@trunkline/store';
import type { Call } from '../call/call';
import { Calls, type OpenCall } from '../call/calls';
import { Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { report } from './report';

/** A message that was read, in whatever form it came. */
export interface Received<Answer> {
  readonly operation: Operation;
  /** When its request came, as `performance.now()` says it. */
  readonly since: number;
  readonly commonFaults: CommonFaults;
  readonly request: object;
  /** Every rule that it breaks. */
  readonly faults: readonly FieldFault[];
  readonly sent: SentIds;
  /** What the contract calls the message id, where that is not `MessageID`. */
  readonly messageIdName?: string | undefined;
  readonly user?: string | undefined;
  /** What else is wrong with a message whose fields break rules, for a contract that tells everything at once. */
  readonly examine?: (call: Call) => Promise<readonly Fault[]>;
  /** Puts the answer together, as values that the journal can keep as JSON. */
  compose(outcome: Outcome, call: Call): Answer;
}

export type Outcome = { readonly response: object } | { readonly fault: Fault };

/** What a message comes to: its answer, and the fault where it is one. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly fault: Fault | undefined;
}

/**
 * The way of every message (docs/lifecycle.md): checked, journalled before its handler runs and again before its answer leaves. So
 * nothing is lost, and a message that comes again is not done again.
 */
@Injectable()
export class Exchange {
  constructor(
    private readonly calls: Calls,
    private readonly journal: Journal,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async run<Answer>(
    received: Received<Answer>,
    handle: (call: Call) => Promise<object>,
  ): Promise<Answered<Answer>> {
    const call = this.calls.begin(received.operation, received.sent, received.user);
    try {
      const { answered, outcome } = await new Way(received, call, this.journal).go(handle);
      this.record(call, outcome, performance.now() - received.since, answered.fault);
      return answered;
    } finally {
      call.end();
    }
  }

  private record(call: Call, outcome: string, milliseconds: number, fault: Fault | undefined): void {
    const { operation, ids, steps } = call;
    this.metrics.requestFinished(operation, outcome, milliseconds / 1000);
    const facts = { operation, ...ids, outcome, milliseconds: Math.round(milliseconds * 1000) / 1000, steps };
    // Not by the logger of the call: to make one for one line takes longer than the line.
    report(this.log.logger, facts, fault);
  }
}

/** What Nest's filters see of a fault: what the handler itself threw, where that was no fault of the contract. */
export function thrownFor(fault: Fault, { unexpected }: CommonFaults): unknown {
  return fault.faultName === unexpected ? (fault.cause ?? fault) : fault;
}

interface Done<Answer> {
  readonly answered: Answered<Answer>;
  /** `SUCCESS`, `REPEATED`, or the code of a fault. */
  readonly outcome: string;
}

class Way<Answer> {
  constructor(
    private readonly received: Received<Answer>,
    private readonly call: OpenCall,
    private readonly journal: Journal,
  ) {}

  async go(handle: (call: Call) => Promise<object>): Promise<Done<Answer>> {
    if (this.received.faults.length > 0) return this.compose(await this.attempt((call) => this.refuse(call)));
    // Its own transaction makes the effect durable, and a repetition is known by what is stored.
    if (this.received.operation.effect === 'own-store') return this.compose(await this.attempt(handle));
    return this.accept(handle);
  }

  private async refuse(call: Call): Promise<never> {
    const { faults: fields, commonFaults, examine } = this.received;
    throw new Fault(commonFaults.invalid, { fields, causes: await examine?.(call) });
  }

  private async accept(handle: (call: Call) => Promise<object>): Promise<Done<Answer>> {
    const { signal } = this.call;
    const accepted = await this.journal.accept(this.entry(), signal).catch((error) => this.declared(error));
    // The journal is out of reach: nothing was promised, and nothing is done.
    if (accepted instanceof Fault) return this.decline(accepted);
    switch (accepted.state) {
      case 'fresh':
        // A message that is tried again keeps the row that it has.
        this.call.id = accepted.id;
        return this.settle(await this.attempt(handle));
      case 'answered':
        return {
          answered: { answer: JSON.parse(accepted.answer) as Answer, fault: undefined },
          outcome: 'REPEATED',
        };
      case 'conflict':
        return this.decline(new Fault(this.received.commonFaults.repeated, { fields: [this.repeatedId()] }));
      case 'in-doubt':
        return this.decline(this.inDoubt());
    }
  }

  private entry() {
    const { operation, request, sent } = this.received;
    const { id, ids } = this.call;
    return {
      id,
      operation: operation.name,
      sender: sent.sender,
      // Only an id that was sent can come again.
      messageId: sent.messageId,
      conversationId: ids.conversationId,
      requestId: ids.requestId,
      businessId: ids.businessId,
      fingerprint: hash('sha256', JSON.stringify([operation.name, request]), 'base64'),
    };
  }

  private async attempt(handle: (call: Call) => Promise<object>): Promise<Outcome> {
    try {
      return { response: await handle(this.call) };
    } catch (error) {
      return { fault: this.declared(error) };
    }
  }

  /** Durable before it resolves: the answer leaves after that. What cannot be kept now is in doubt until the journal can. */
  private async settle(outcome: Outcome): Promise<Done<Answer>> {
    try {
      return await this.keep(outcome);
    } catch (error) {
      const nothingDone = 'fault' in outcome && !outcome.fault.inDoubt;
      return this.decline(nothingDone ? this.declared(error) : this.inDoubt(error));
    }
  }

  private async keep(outcome: Outcome): Promise<Done<Answer>> {
    const done = this.compose(outcome);
    const { id, steps, alsoWrite } = this.call;
    const settlement = {
      state: stateOf(done.answered.fault),
      outcome: done.outcome,
      answer: JSON.stringify(done.answered.answer),
      durationMs: Math.round(performance.now() - this.received.since),
      steps,
    };
    await this.journal.settle(id, settlement, alsoWrite);
    return done;
  }

  private repeatedId(): FieldFault {
    return { ...repeatedId, path: this.received.messageIdName ?? repeatedId.path };
  }

  private inDoubt(cause?: unknown): Fault {
    return new Fault(this.received.commonFaults.inDoubt, { text: inDoubtText, inDoubt: true, cause });
  }

  private decline(fault: Fault): Done<Answer> {
    return this.compose({ fault });
  }

  private compose(outcome: Outcome): Done<Answer> {
    const fault = 'fault' in outcome ? outcome.fault : undefined;
    return {
      answered: { answer: this.received.compose(outcome, this.call), fault },
      outcome: fault?.row.code ?? 'SUCCESS',
    };
  }

  /** A fault that the operation declares stays itself; whatever else was thrown is the unexpected error. */
  private declared(error: unknown): Fault {
    const { operation, commonFaults } = this.received;
    const known = [...operation.faults, ...Object.values(commonFaults)];
    if (error instanceof Fault && known.includes(error.faultName)) return error;
    return new Fault(commonFaults.unexpected, { cause: error });
  }
}

const repeatedId: FieldFault = {
  path: 'MessageID',
  rule: 'repeated',
  message: 'was sent before by this sender, with other content: give each message an id of its own',
};

const inDoubtText =
  'The outcome of this message is unknown: it may have been done, and it is not done again. Look into the system behind.';

function stateOf(fault: Fault | undefined): 'ANSWERED' | 'FAILED' | 'IN_DOUBT' {
  if (fault?.inDoubt) return 'IN_DOUBT';
  return fault && !fault.final ? 'FAILED' : 'ANSWERED';
}
