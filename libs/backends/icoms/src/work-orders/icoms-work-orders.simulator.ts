import {
  type CreateWorkOrderRequest,
  findWorkOrder,
  type FindWorkOrderRequest,
} from '@trunkline/contracts/work-orders';
import { Fault } from '@trunkline/faults';
import {
  type PendingFault,
  PendingFaults,
  type Reaction,
  type SimulatedAccount,
} from '@trunkline/simulation';
import type { SoapMessage, SoapRequest } from '@trunkline/soap';
import { simulatedAccounts } from '../simulated-accounts';
import { simulatedWorkOrderAccounts } from './simulated-work-order-accounts';
import { converse, type Handled } from './simulated-work-order-answer';
import {
  isOfLookUp,
  openWorkOrder,
  type SimulatedWorkOrderFault,
  simulatedWorkOrderFault,
  simulatedWorkOrderFaults,
} from './simulated-work-order-faults.table';

/** A work order that was created. */
export interface SimulatedWorkOrder {
  readonly orderNumber: string;
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
  readonly consumerReference: string;
  readonly open: boolean;
}

/** An account that the simulator is told of; each of its work orders meets what it provokes. */
export type KnownAccount = Pick<SimulatedAccount<SimulatedWorkOrderFault>, 'site' | 'account' | 'provokes'>;

export interface WorkOrdersState {
  /** The requests that came, look-ups too. */
  readonly calls: number;
  /** The work orders that were created. */
  readonly effects: number;
  /** Of very many, the latest. */
  readonly orders: readonly SimulatedWorkOrder[];
  /** The references for which a work order was asked for more than once. */
  readonly askedTwice: readonly string[];
  readonly faults: readonly PendingFault<SimulatedWorkOrderFault>[];
}

const mostOrders = 1_000;
const lateMs = 2_000;

/** The work orders of ICOMS as CreateWorkOrder_V3 shows them: a line has at most one open. */
export class IcomsWorkOrdersSimulator {
  readonly name = 'work-orders';
  readonly faults = simulatedWorkOrderFaults;
  readonly accounts = simulatedWorkOrderAccounts;
  readonly #known: ReadonlyMap<string, SimulatedWorkOrderFault | undefined>;
  #calls = 0;
  #effects = 0;
  #orders: SimulatedWorkOrder[] = [];
  readonly #asked = new Map<string, number>();
  readonly #pending = new PendingFaults<SimulatedWorkOrderFault>();

  /** @param accounts Accounts that it knows beside those of the gateway and those that are shipped. */
  constructor(accounts: readonly KnownAccount[] = []) {
    const plain = simulatedAccounts.map(({ site, account }) => ({ site, account, provokes: undefined }));
    const all = [...plain, ...accounts, ...simulatedWorkOrderAccounts];
    this.#known = new Map(all.map((account) => [keyOf(account), account.provokes]));
  }

  /** Takes one request, does what it says, and tells what to answer. */
  receive(request: SoapRequest): Reaction {
    this.#calls++;
    return converse(request, (message) => this.#handle(message));
  }

  /** Closes a work order, so that the line can have another; false when there is no such open one. */
  close(orderNumber: string): boolean {
    const found = this.#orders.find((order) => order.orderNumber === orderNumber && order.open);
    if (found)
      this.#orders = this.#orders.map((order) => (order === found ? { ...order, open: false } : order));
    return found !== undefined;
  }

  /**
   * Makes the next `calls` requests meet a fault, once those that are pending already are used up.
   *
   * @throws RangeError when very many are pending.
   */
  provoke(fault: SimulatedWorkOrderFault, calls: number): void {
    this.#pending.add(fault, calls);
  }

  state(): WorkOrdersState {
    return {
      calls: this.#calls,
      effects: this.#effects,
      orders: [...this.#orders],
      askedTwice: [...this.#asked].filter(([, times]) => times > 1).map(([reference]) => reference),
      faults: this.#pending.list(),
    };
  }

  reset(): void {
    this.#calls = 0;
    this.#effects = 0;
    this.#orders = [];
    this.#asked.clear();
    this.#pending.clear();
  }

  #handle({ operation, request, faults }: SoapMessage): Handled {
    if (faults.length > 0)
      return { outcome: { fault: new Fault('FieldValidationError', { fields: faults }) } };
    if (operation === findWorkOrder) return this.#find(request as FindWorkOrderRequest);
    return this.#create(request as CreateWorkOrderRequest);
  }

  #find({ consumerReference }: FindWorkOrderRequest): Handled {
    const pending = this.#pending.next(isOfLookUp);
    const found = this.#orders.find((order) => order.consumerReference === consumerReference);
    const outcome = {
      response: found ? { result: 'FOUND', orderNumber: found.orderNumber } : { result: 'NONE' },
    };
    return { outcome, wire: pending && simulatedWorkOrderFault(pending).wire };
  }

  #create(request: CreateWorkOrderRequest): Handled {
    const order = orderOf(request);
    this.#asked.set(order.consumerReference, (this.#asked.get(order.consumerReference) ?? 0) + 1);
    const name = this.#pending.next((fault) => !isOfLookUp(fault)) ?? this.#faultOf(order);
    const { effect, fault, wire } = name
      ? simulatedWorkOrderFault(name)
      : { effect: 'created', fault: undefined, wire: undefined };
    if (fault) return { outcome: { fault: fault() } };
    const open = this.#openOn(order);
    if (open) return { outcome: { fault: openWorkOrder(open.orderNumber) }, wire };
    if (effect === 'late') setTimeout(() => this.#keep(order), lateMs).unref();
    return { outcome: { response: { orderNumber: effect === 'created' ? this.#keep(order) : '' } }, wire };
  }

  #faultOf(order: NewOrder): SimulatedWorkOrderFault | undefined {
    const key = keyOf(order);
    return this.#known.has(key) ? this.#known.get(key) : 'unknown-account';
  }

  #openOn({ site, account, telephone }: NewOrder): SimulatedWorkOrder | undefined {
    return this.#orders.find(
      (order) =>
        order.open && order.site === site && order.account === account && order.telephone === telephone,
    );
  }

  #keep(order: NewOrder): string {
    this.#effects++;
    const orderNumber = this.#nextNumber(order);
    this.#orders = [...this.#orders, { ...order, orderNumber, open: true }].slice(-mostOrders);
    return orderNumber;
  }

  /** The account's own numbers, counted from 1: a number says whose it is, and does not depend on the orders of others. */
  #nextNumber({ site, account }: NewOrder): string {
    const earlier = this.#orders.filter((order) => order.site === site && order.account === account);
    return `${site}${account}${String(earlier.length + 1).padStart(2, '0')}`;
  }
}

type NewOrder = Omit<SimulatedWorkOrder, 'orderNumber' | 'open'>;

function orderOf(request: CreateWorkOrderRequest): NewOrder {
  return {
    site: request.accountIdentification.siteReference,
    account: request.accountIdentification.accountNumber,
    // A leading + says nothing.
    telephone: request.telephoneServiceSwap.telephoneNumber.replace(/^\+/, ''),
    consumerReference: request.workOrderHeader.consumerReference,
  };
}

function keyOf({ site, account }: Pick<KnownAccount, 'site' | 'account'>): string {
  return `${site}/${account}`;
}
