import { Fault, type FaultName } from '@trunkline/faults';

interface Row {
  readonly when: string;
  readonly fault: FaultName;
  /** ICOMS may have acted, and we cannot know. */
  readonly inDoubt: boolean;
  /** ICOMS has decided: a repetition is answered the same. */
  readonly final: boolean;
  /** What the consumer reads where ICOMS has no words of its own for it. */
  readonly text: string;
}

/** What can go wrong with a call to ICOMS, and which row of the catalogue each is (CONTRACTS.md sections 1 and 6.1). */
export const icomsFaults = {
  declined: {
    when: 'a return code above 0',
    fault: 'IcomsBusinessException',
    inDoubt: false,
    final: true,
    text: 'ICOMS declined without a text',
  },
  failed: {
    when: 'a return code below 0',
    fault: 'IcomsSystemException',
    inDoubt: false,
    final: true,
    text: 'ICOMS failed without a text',
  },
  // 401 and 403 come from what stands before the gateway's work: whatever the request asked for was not begun.
  notLetIn: {
    when: 'the return code -10050, or HTTP status 401 or 403',
    fault: 'BackendAuthenticationError',
    inDoubt: false,
    final: false,
    text: 'ICOMS did not accept the credentials of this service',
  },
  // RFC 6585 section 4: refused for how many requests came, whatever was in them. A 503 is not of this kind, with Retry-After or without:
  // a proxy answers it also for a request that it had passed on (RFC 9110 section 15.6.4 does not say when), and Retry-After says
  // only when to ask again. It stays `unknown`.
  turnedAway: {
    when: 'HTTP status 429',
    fault: 'IcomsSystemException',
    inDoubt: false,
    final: false,
    text: 'ICOMS takes no more requests at present',
  },
  notCalled: {
    when: 'no connection, the breaker is open, or too many calls wait: nothing was sent',
    fault: 'IcomsSystemException',
    inDoubt: false,
    final: false,
    text: 'ICOMS could not be called; nothing was sent',
  },
  unknown: {
    when: 'sent, and then no answer, none in time, or one that states no outcome',
    fault: 'IcomsSystemException',
    inDoubt: true,
    final: false,
    text: 'ICOMS gave no answer that can be read: the outcome is unknown',
  },
} as const satisfies Record<string, Row>;

export type IcomsTrouble = keyof typeof icomsFaults;

const refusingStatuses: Readonly<Record<number, IcomsTrouble>> = {
  401: 'notLetIn',
  403: 'notLetIn',
  429: 'turnedAway',
};

/** What an HTTP status means that says that the request was not begun; undefined is any other. */
export function refusalOf(status: number): IcomsTrouble | undefined {
  return refusingStatuses[status];
}

/** What a return code means; undefined is success. */
export function troubleOf(code: number): IcomsTrouble | undefined {
  if (code === 0) return undefined;
  if (code === -10050) return 'notLetIn';
  return code > 0 ? 'declined' : 'failed';
}

/** @param text ICOMS's own words, where it has some. */
export function icomsFault(
  trouble: IcomsTrouble,
  { text = '', cause }: { text?: string; cause?: unknown } = {},
): Fault {
  const row = icomsFaults[trouble];
  return new Fault(row.fault, { text: text || row.text, inDoubt: row.inDoubt, final: row.final, cause });
}
