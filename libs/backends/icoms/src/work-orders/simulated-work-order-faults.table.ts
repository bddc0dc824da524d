import { openWorkOrderNumber } from '@trunkline/contracts/work-orders';
import { Fault } from '@trunkline/faults';
import { answer, hangUp, type Reaction, sayNothing } from '@trunkline/simulation';
import { answerXml, xmlType } from '../simulated-answer';

interface SimulatedFaultRow {
  readonly about: string;
  /** Whether the work order is created all the same: `late`, when nobody waits for it any more. */
  readonly effect: 'none' | 'created' | 'late';
  /** What ICOMS answers in place of a success. */
  readonly fault?: () => Fault;
  /** What becomes of the answer on its way. */
  readonly wire?: (xml: string) => Reaction;
}

const busy = (): Reaction => answer('Service Unavailable', { status: 503, type: 'text/plain' });

/** Every way in which the work orders of the simulator can fail, by the name that the control and the accounts use. */
export const simulatedWorkOrderFaults = {
  'business-refusal': {
    about: 'ICOMS declines the work order: 10465',
    effect: 'none',
    fault: () => new Fault('IcomsBusinessException', { text: 'ACCOUNT IS LOCKED' }),
  },
  'unknown-account': {
    about: 'ICOMS declines, as it does for every account that it does not know: 10465',
    effect: 'none',
    fault: () => new Fault('IcomsBusinessException', { text: 'ACCOUNT NOT FOUND' }),
  },
  'open-order': {
    about: 'ICOMS declines because a work order is open: 10465, message number WO-OPEN',
    effect: 'none',
    fault: () => openWorkOrder('600001'),
  },
  'system-error': {
    about: 'ICOMS fails, and creates nothing: 10466',
    effect: 'none',
    fault: () => new Fault('IcomsSystemException', { text: 'DATA QUEUE NOT AVAILABLE' }),
  },
  unexpected: {
    about: 'ICOMS fails, and creates nothing: 2020',
    effect: 'none',
    fault: () => new Fault('UnexpectedError', { text: 'PROGRAM ENDED ABNORMALLY' }),
  },
  'bad-credentials': {
    about: 'ICOMS does not let us in: HTTP status 401',
    effect: 'none',
    wire: () => answer('Unauthorized', { status: 401, type: 'text/plain' }),
  },
  timeout: {
    about: 'no work order is created, and no answer comes',
    effect: 'none',
    wire: () => sayNothing,
  },
  silent: {
    about: 'the work order is created, and no answer comes',
    effect: 'created',
    wire: () => sayNothing,
  },
  'late-effect': {
    about: 'no answer comes; the work order is created 2 seconds after the request',
    effect: 'late',
    wire: () => sayNothing,
  },
  slow: {
    about: 'the work order is created, the answer comes after 2 seconds',
    effect: 'created',
    wire: (xml) => answer(xml, { type: xmlType, afterMs: 2_000 }),
  },
  'answer-lost': {
    about: 'the work order is created, then the connection breaks before the answer',
    effect: 'created',
    wire: () => hangUp,
  },
  unreadable: {
    about: 'the work order is created, the answer is XML without an end',
    effect: 'created',
    wire: (xml) => answerXml(xml.slice(0, -20)),
  },
  empty: {
    about: 'the work order is created, the answer is empty',
    effect: 'created',
    wire: () => answerXml(''),
  },
  html: {
    about: 'no work order is created, the answer is a web page with HTTP status 200',
    effect: 'none',
    wire: () => answer('<!DOCTYPE html><title>Please log in</title>', { type: 'text/html' }),
  },
  unavailable: {
    about: 'no work order is created, the answer is HTTP status 503',
    effect: 'none',
    wire: busy,
  },
  reset: {
    about: 'no work order is created, the connection breaks before the answer',
    effect: 'none',
    wire: () => hangUp,
  },
  'look-up-unavailable': {
    about: 'the look-up of a work order is answered with HTTP status 503',
    effect: 'none',
    wire: busy,
  },
  'look-up-timeout': {
    about: 'the look-up of a work order is not answered',
    effect: 'none',
    wire: () => sayNothing,
  },
} as const satisfies Record<string, SimulatedFaultRow>;

export type SimulatedWorkOrderFault = keyof typeof simulatedWorkOrderFaults;

/** The facts of a fault, whether it has each of them or not. */
export function simulatedWorkOrderFault(name: SimulatedWorkOrderFault): SimulatedFaultRow {
  return simulatedWorkOrderFaults[name];
}

/** Whether a fault is met by looking up; all others are met by creating. */
export function isOfLookUp(name: SimulatedWorkOrderFault): boolean {
  return name.startsWith('look-up-');
}

/** How ICOMS declines while a work order is open. */
export function openWorkOrder(orderNumber: string): Fault {
  return new Fault('IcomsWorkOrderOpen', {
    text: `${openWorkOrderNumber} WORK ORDER ${orderNumber} IS OPEN ON THIS LINE`,
  });
}
