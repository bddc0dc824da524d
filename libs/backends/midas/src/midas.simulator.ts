import { answer, type PendingFault, PendingFaults, type Reaction } from '@trunkline/simulation';
import { type KnownLine, simulatedLines } from './simulated-lines';
import {
  answerJson,
  jsonType,
  noAccountFound,
  type SimulatedError,
  type SimulatedMidasFault,
  simulatedMidasFault,
  simulatedMidasFaults,
  taskOf,
} from './simulated-midas-faults.table';
import { type DetailsQuery, type StatusUpdate } from './simulated-request';

/** A status that was set. */
export interface SetStatus {
  readonly status: string;
  readonly reason?: string | undefined;
  readonly reasonCode?: string | undefined;
  readonly comments?: string | undefined;
  readonly originator: string;
}

/** A line as far as its migration has come: every status that was set, the last one holds. */
export interface MigratingLine {
  readonly telephone: string;
  readonly status: string;
  readonly history: readonly SetStatus[];
}

export interface MidasState {
  /** The requests that came. */
  readonly calls: number;
  /** The statuses that were set, repetitions counted. */
  readonly effects: number;
  /** The lines that have a status; of very many, the latest. */
  readonly lines: readonly MigratingLine[];
  readonly faults: readonly PendingFault<SimulatedMidasFault>[];
}

const mostLines = 1_000;

/** MIDAS as its REST operations show it: which lines there are, and how far their migration has come. */
export class MidasSimulator {
  readonly name = 'midas';
  readonly faults = simulatedMidasFaults;
  readonly accounts = simulatedLines;
  readonly #known: ReadonlyMap<string, KnownLine>;
  #calls = 0;
  #effects = 0;
  readonly #lines = new Map<string, readonly SetStatus[]>();
  readonly #updates = new Map<string, number>();
  readonly #pending = new PendingFaults<SimulatedMidasFault>();

  /** @param lines Lines that it knows beside those that are shipped. */
  constructor(lines: readonly KnownLine[]) {
    this.#known = new Map([...lines, ...simulatedLines].map((line) => [line.telephone, line]));
  }

  details({ telephoneNumber, accountNumber, siteReference }: DetailsQuery): Reaction {
    this.#calls++;
    const line = this.#line(telephoneNumber);
    const provoked = line?.provokes && taskOf(line.provokes) === 'details' ? line.provokes : undefined;
    const name = this.#pending.next((fault) => taskOf(fault) === 'details') ?? provoked;
    const error =
      line?.account === accountNumber && Number(line.site) === siteReference ? undefined : noAccountFound;
    return reactionTo('VOIPLineMigrationDetails', name, error, {
      questionnaire: [{ question: 'alarm', answer: 'no' }],
      serviceCategory: 'T',
    });
  }

  update({ telephoneNumber, ...status }: StatusUpdate): Reaction {
    this.#calls++;
    const line = this.#line(telephoneNumber);
    const name = this.#pending.next((fault) => taskOf(fault) === 'update') ?? this.#everyOther(line);
    const error = line ? undefined : noAccountFound;
    if (line && (!name || simulatedMidasFault(name).effect)) this.#set(line.telephone, status);
    return reactionTo('UpdateVOIPLineMigrationStatus', name, error, {
      UpdateVOIPLineMigrationStatus: { success: {} },
    });
  }

  /**
   * Makes the next `calls` requests for what the fault is of meet it, once those that are pending already are used up.
   *
   * @throws RangeError when very many are pending.
   */
  provoke(fault: SimulatedMidasFault, calls: number): void {
    this.#pending.add(fault, calls);
  }

  state(): MidasState {
    const lines = [...this.#lines].map(([telephone, history]) => ({
      telephone,
      status: history.at(-1)!.status,
      history,
    }));
    return { calls: this.#calls, effects: this.#effects, lines, faults: this.#pending.list() };
  }

  reset(): void {
    this.#calls = 0;
    this.#effects = 0;
    this.#lines.clear();
    this.#updates.clear();
    this.#pending.clear();
  }

  /** A leading + says nothing. */
  #line(telephoneNumber: string): KnownLine | undefined {
    return this.#known.get(telephoneNumber.replace(/^\+/, ''));
  }

  #everyOther(line: KnownLine | undefined): SimulatedMidasFault | undefined {
    if (!line?.provokes || taskOf(line.provokes) !== 'update') return undefined;
    const updates = (this.#updates.get(line.telephone) ?? 0) + 1;
    this.#updates.set(line.telephone, updates);
    return updates % 2 === 1 ? line.provokes : undefined;
  }

  #set(telephone: string, status: SetStatus): void {
    this.#effects++;
    const history = [...(this.#lines.get(telephone) ?? []), status];
    this.#lines.delete(telephone);
    this.#lines.set(telephone, history);
    if (this.#lines.size > mostLines) this.#lines.delete(this.#lines.keys().next().value!);
  }
}

function reactionTo(
  operation: string,
  name: SimulatedMidasFault | undefined,
  refusal: SimulatedError | undefined,
  success: object,
): Reaction {
  const { error = refusal, wire } = name ? simulatedMidasFault(name) : { wire: undefined };
  if (!error) return (wire ?? answerJson)(JSON.stringify(success));
  const { status, ...fault } = error;
  const body = JSON.stringify({
    [operation]: { failure: { fault: [{ ...fault, severity: 'ERROR', sourceSystem: 'MIDAS' }] } },
  });
  return wire ? wire(body) : answer(body, { type: jsonType, status });
}
