import type { SimulatedWorkOrderFault } from '@trunkline/backends/icoms';
import type { SimulatedMidasFault } from '@trunkline/backends/midas';
import type { Said } from './migration-message';

/** A kill at a point of a message's way, and what must come of the message all the same. */
export interface Crash {
  /** The step of crashing-migration.ts that is the last, or what ICOMS was at. */
  readonly after: string;
  readonly orders?: SimulatedWorkOrderFault;
  readonly midas?: SimulatedMidasFault;
  /** What MIDAS ends with; undefined where nothing was sent, so that there is nothing to tell. */
  readonly status: 'Complete' | 'Fail-Open WO' | 'Fail-Others' | undefined;
  /** What a repetition is told then. */
  readonly again: Partial<Said>;
}

const created = { status: 'Complete', again: { status: 200, faults: [] } } as const;
const toldLate = { status: 'Complete', again: { status: 200, faults: ['10686 MIDAS-SYSTEM'] } } as const;
const absent = { status: 'Fail-Others', again: { status: 500, faults: ['10686 10466'] } } as const;
const refused = { again: { status: 400, faults: ['10685 10465'] } } as const;
const unsent = { status: undefined, again: { status: 200, faults: [] } } as const;

export const crashes: readonly Crash[] = [
  { after: 'accept', ...unsent },
  { after: 'details', ...unsent },
  { after: 'begin', ...absent },
  { after: 'create', ...created },
  { after: 'keep', ...created },
  { after: 'update', ...created },
  { after: 'answer', ...created },
  // What ICOMS said is gone with the process: it can only be found that there is no work order.
  { after: 'create', orders: 'open-order', ...absent },
  { after: 'keep', orders: 'open-order', status: 'Fail-Open WO', ...refused },
  { after: 'update', orders: 'open-order', status: 'Fail-Open WO', ...refused },
  { after: 'answer', orders: 'business-refusal', status: 'Fail-Others', ...refused },
  { after: 'update', midas: 'update-error', ...created },
  { after: 'answer', midas: 'update-error', ...toldLate },
  { after: 'answer', orders: 'answer-lost', ...created },
  { after: 'answer', orders: 'timeout', ...absent },
  { after: 'find', orders: 'answer-lost', ...created },
  { after: 'settle', orders: 'answer-lost', ...created },
  { after: 'update', orders: 'answer-lost', ...created },
];

/** Kills while ICOMS is at work: before the work order is there, and when it is but nobody was told. */
export const killsInIcoms: readonly (Crash & { readonly orders: SimulatedWorkOrderFault })[] = [
  { after: 'sending', orders: 'timeout', ...absent },
  { after: 'the effect', orders: 'silent', ...created },
];
