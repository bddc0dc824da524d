import { Fault, type FaultName } from '@trunkline/faults';
import type { CallFailure } from '@trunkline/outbound';
import type { MidasFault } from './midas.messages';

/** The codes of MIDAS that have a row of their own; any other is declined or failed by its type, and stands in the text. */
export const midasFaults: Readonly<Record<string, FaultName>> = {
  '10160': 'MidasNoAccountFound',
};

/** What MIDAS answered in place of a success. */
export function declined({ code, type, description, text }: MidasFault): Fault {
  const row = midasFaults[code];
  const words = text ?? description;
  if (row) return new Fault(row, { text: words });
  return new Fault(type === 'BUSINESS' ? 'MidasBusinessException' : 'MidasSystemException', {
    text: `${code} ${words}`,
  });
}

/** MIDAS did not let us in. */
export function notLetIn(): Fault {
  return new Fault('MidasSystemException', { text: 'MIDAS did not accept this service' });
}

/** What came back is no answer of MIDAS's contract. `cause` must quote nothing of it. */
export function unreadable(cause: Error): Fault {
  return new Fault('MidasSystemException', { text: 'MIDAS gave no answer that can be read', cause });
}

const texts: Partial<Record<CallFailure['reason'], string>> = {
  'timed-out': 'MIDAS gave no answer in time',
  reset: 'MIDAS broke the connection',
  unreadable: 'MIDAS gave no answer that can be read',
  'too-large': 'MIDAS gave no answer that can be read',
};

/** Nothing came back. */
export function unanswered(cause: CallFailure): Fault {
  return new Fault('MidasSystemException', {
    text: texts[cause.reason] ?? 'MIDAS could not be called',
    cause,
  });
}
