import { answer, answerHalf, hangUp, type Reaction, sayNothing } from '@trunkline/simulation';
import {
  answerXml,
  type GatewayRequest,
  inlineAnswer,
  macroError,
  rootError,
  xmlType,
} from './simulated-answer';

interface SimulatedFaultRow {
  readonly about: string;
  /** The event is created all the same. */
  readonly effect: boolean;
  readonly reaction: (request: GatewayRequest) => Reaction;
}

const created = (request: GatewayRequest): string => inlineAnswer(request, 0, '');

/** Every way in which the simulator can fail, by the name that the control endpoint and the accounts use. */
export const simulatedFaults = {
  'business-refusal': {
    about: 'ICOMS declines: return code 1374 in the inline',
    effect: false,
    reaction: (request) => answerXml(inlineAnswer(request, 1374, 'EVENT TYPE NOT ALLOWED FOR ACCOUNT')),
  },
  'business-error': {
    about: 'ICOMS declines: return code 183 in an ERROR under the macro',
    effect: false,
    reaction: (request) => answerXml(macroError(request, 183, 'ACCOUNT IS LOCKED')),
  },
  'system-error': {
    about: 'ICOMS fails: return code -20 in an ERROR under the root',
    effect: false,
    reaction: () => answerXml(rootError(-20, 'DATA QUEUE NOT AVAILABLE')),
  },
  'bad-credentials': {
    about: 'ICOMS does not let us in: return code -10050',
    effect: false,
    reaction: () => answerXml(rootError(-10050, 'USER OR PASSWORD NOT VALID')),
  },
  'unknown-account': {
    about: 'ICOMS declines, as it does for every account that it does not know: return code 1 in the inline',
    effect: false,
    reaction: (request) => answerXml(inlineAnswer(request, 1, 'ACCOUNT NOT FOUND')),
  },
  timeout: {
    about: 'nothing is done and no answer comes; the connection stays open until the client gives up',
    effect: false,
    reaction: () => sayNothing,
  },
  slow: {
    about: 'the event is created, the answer comes after 2 seconds',
    effect: true,
    reaction: (request) => answer(created(request), { type: xmlType, afterMs: 2_000 }),
  },
  'answer-lost': {
    about: 'the event is created, then the connection breaks before the answer',
    effect: true,
    reaction: () => hangUp,
  },
  'half-answer': {
    about: 'the event is created, the connection breaks in the middle of the answer',
    effect: true,
    reaction: (request) => answerHalf(created(request), xmlType),
  },
  unreadable: {
    about: 'the event is created, the answer is XML without an end',
    effect: true,
    reaction: (request) => answerXml(created(request).slice(0, -8)),
  },
  empty: {
    about: 'the event is created, the answer is empty',
    effect: true,
    reaction: () => answerXml(''),
  },
  html: {
    about: 'nothing is done, the answer is a web page with HTTP status 200',
    effect: false,
    reaction: () => answer('<!DOCTYPE html><title>Please log in</title>', { type: 'text/html' }),
  },
  unavailable: {
    about: 'nothing is done, the answer is HTTP status 503',
    effect: false,
    reaction: () => answer('Service Unavailable', { status: 503, type: 'text/plain' }),
  },
  reset: {
    about: 'nothing is done, the connection breaks before the answer',
    effect: false,
    reaction: () => hangUp,
  },
} as const satisfies Record<string, SimulatedFaultRow>;

export type SimulatedFault = keyof typeof simulatedFaults;
