import { answer, hangUp, type Reaction, sayNothing } from '@trunkline/simulation';

/** An error in MIDAS's own words. */
export interface SimulatedError {
  readonly status: number;
  readonly type: 'SYSTEM' | 'BUSINESS';
  readonly code: string;
  readonly description: string;
}

interface SimulatedFaultRow {
  readonly about: string;
  /** What is updated is updated all the same. */
  readonly effect: boolean;
  /** What MIDAS answers in place of a success. */
  readonly error?: SimulatedError;
  /** What becomes of the answer on its way. */
  readonly wire?: (body: string) => Reaction;
}

/** The Content-Type of what MIDAS answers. */
export const jsonType = 'application/json';

/** An answer as MIDAS gives it when nothing is wrong with the wire. */
export function answerJson(body: string): Reaction {
  return answer(body, { type: jsonType });
}

/** How MIDAS declines a line that it does not know. */
export const noAccountFound: SimulatedError = {
  status: 400,
  type: 'BUSINESS',
  code: '10160',
  description: 'No account found',
};

const locked: SimulatedError = {
  status: 400,
  type: 'BUSINESS',
  code: '10199',
  description: 'Line is locked',
};
const broken: SimulatedError = { status: 500, type: 'SYSTEM', code: '2020', description: 'Unexpected Error' };
const slow = (body: string): Reaction => answer(body, { type: jsonType, afterMs: 2_900 });
const cut = (body: string): Reaction => answerJson(body.slice(0, -1));

/** Every way in which the simulator can fail, by the name that the control and the lines use: of reading, then of updating. */
export const simulatedMidasFaults = {
  'details-refused': {
    about: 'the details of the line are refused: 400 with code 10199',
    effect: false,
    error: locked,
  },
  'details-error': {
    about: 'the details of the line fail: 500 with code 2020',
    effect: false,
    error: broken,
  },
  'details-timeout': {
    about: 'the details of the line are not answered',
    effect: false,
    wire: () => sayNothing,
  },
  'details-reset': {
    about: 'the connection breaks before the details of the line',
    effect: false,
    wire: () => hangUp,
  },
  'details-unreadable': {
    about: 'the details of the line are JSON without an end',
    effect: false,
    wire: cut,
  },
  'details-slow': { about: 'the details of the line come after 2.9 seconds', effect: false, wire: slow },
  'update-refused': { about: 'the status is refused: 400 with code 10199', effect: false, error: locked },
  'update-error': { about: 'the status update fails: 500 with code 2020', effect: false, error: broken },
  'update-timeout': {
    about: 'the status is not set, and no answer comes',
    effect: false,
    wire: () => sayNothing,
  },
  'update-silent': { about: 'the status is set, and no answer comes', effect: true, wire: () => sayNothing },
  'update-reset': {
    about: 'the status is not set, the connection breaks',
    effect: false,
    wire: () => hangUp,
  },
  'update-answer-lost': {
    about: 'the status is set, then the connection breaks',
    effect: true,
    wire: () => hangUp,
  },
  'update-unreadable': {
    about: 'the status is set, the answer is JSON without an end',
    effect: true,
    wire: cut,
  },
  'update-slow': { about: 'the status is set, the answer comes after 2.9 seconds', effect: true, wire: slow },
} as const satisfies Record<string, SimulatedFaultRow>;

export type SimulatedMidasFault = keyof typeof simulatedMidasFaults;

/** The facts of a fault, whether it has each of them or not. */
export function simulatedMidasFault(name: SimulatedMidasFault): SimulatedFaultRow {
  return simulatedMidasFaults[name];
}

/** Whether a fault is met by asking for details or by updating. */
export function taskOf(name: SimulatedMidasFault): 'details' | 'update' {
  return name.startsWith('details-') ? 'details' : 'update';
}
