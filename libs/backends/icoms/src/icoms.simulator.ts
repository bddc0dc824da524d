import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '@trunkline/faults';
import { type PendingFault, PendingFaults, type Reaction } from '@trunkline/simulation';
import { sandboxCredentials } from './icoms.config';
import { simulatedAccounts } from './simulated-accounts';
import { answerXml, type GatewayRequest, inlineAnswer, readRequest, rootError } from './simulated-answer';
import { type SimulatedFault, simulatedFaults } from './simulated-faults.table';

/** An event that was created, as often as it was: ICOMS knows no repetition. */
export interface CreatedEvent {
  readonly site: string;
  readonly account: string;
  /** The attributes of INL01374, as they came. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly count: number;
}

export interface IcomsState {
  /** The requests that came. */
  readonly calls: number;
  /** The events that were created, doubles counted. */
  readonly effects: number;
  /** The different ones of them; of very many, the latest. */
  readonly events: readonly CreatedEvent[];
  readonly faults: readonly PendingFault<SimulatedFault>[];
}

const accounts = new Map(simulatedAccounts.map((known) => [`${known.site}/${known.account}`, known]));
const mostEvents = 1_000;

/**
 * ICOMS as far as its XML gateway shows it: text in, a reaction out, nothing else. What is created is counted and never told
 * apart from a repetition, so that a test sees an event that was created twice.
 */
export class IcomsSimulator {
  readonly name = 'icoms';
  readonly faults = simulatedFaults;
  readonly accounts = simulatedAccounts;
  #calls = 0;
  #effects = 0;
  readonly #events = new Map<string, CreatedEvent>();
  readonly #pending = new PendingFaults<SimulatedFault>();

  /** Takes one request, does what it says, and tells what to answer. */
  receive(xml: string): Reaction {
    this.#calls++;
    const pending = this.#pending.next();
    const request = readOrComplain(xml);
    if (typeof request === 'string') return answerXml(rootError(-10, request));
    const fault = faultOf(request, pending);
    if (fault === undefined) {
      this.#create(request);
      return answerXml(inlineAnswer(request, 0, ''));
    }
    const { effect, reaction } = simulatedFaults[fault];
    if (effect) this.#create(request);
    return reaction(request);
  }

  /**
   * Makes the next `calls` requests meet a fault, once those that are pending already are used up.
   *
   * @throws RangeError when very many are pending.
   */
  provoke(fault: SimulatedFault, calls: number): void {
    this.#pending.add(fault, calls);
  }

  state(): IcomsState {
    return {
      calls: this.#calls,
      effects: this.#effects,
      events: [...this.#events.values()],
      faults: this.#pending.list(),
    };
  }

  reset(): void {
    this.#calls = 0;
    this.#effects = 0;
    this.#events.clear();
    this.#pending.clear();
  }

  #create({ siteId, accountNumber, inline }: GatewayRequest): void {
    this.#effects++;
    const event = { site: siteId, account: accountNumber, attributes: inline };
    const key = JSON.stringify(event);
    const count = (this.#events.get(key)?.count ?? 0) + 1;
    this.#events.delete(key);
    this.#events.set(key, { ...event, count });
    if (this.#events.size > mostEvents) this.#events.delete(this.#events.keys().next().value!);
  }
}

function readOrComplain(xml: string): GatewayRequest | string {
  try {
    return readRequest(xml);
  } catch (error) {
    return error instanceof Error && !(error instanceof Refusal) ? error.message : 'REQUEST CANNOT BE READ';
  }
}

function faultOf(request: GatewayRequest, pending: SimulatedFault | undefined): SimulatedFault | undefined {
  if (!isDeepStrictEqual(request.credentials, sandboxCredentials)) return 'bad-credentials';
  if (pending) return pending;
  const account = accounts.get(`${request.siteId}/${request.accountNumber}`);
  return account ? account.provokes : 'unknown-account';
}
