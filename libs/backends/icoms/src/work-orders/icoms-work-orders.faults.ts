import { openWorkOrderNumber } from '@trunkline/contracts/work-orders';
import { Fault, type FaultName } from '@trunkline/faults';
import type { FaultDetail } from '@trunkline/soap';

/**
 * The codes that CreateWorkOrder_V3 answers, and which row of the catalogue each is (CONTRACTS.md section 6.2). Each of them says that
 * nothing was created; what brings no such answer is in icoms.faults.ts.
 */
export const workOrderFaults: Readonly<Record<string, FaultName>> = {
  '10465': 'IcomsBusinessException',
  '10466': 'IcomsSystemException',
  '2020': 'UnexpectedError',
  '10003': 'BackendAuthenticationError',
  '10008': 'FieldValidationError',
};

/** A fault as ICOMS answered it, in our terms; its own code goes into the text where we have no row for it. */
export function workOrderFault({ code, text = '', description, field = [] }: FaultDetail): Fault {
  const words = text || description;
  if (code === '10465' && isOpen(words)) return new Fault('IcomsWorkOrderOpen', { text: words });
  const row = workOrderFaults[code];
  return row
    ? new Fault(row, { text: words, fields: field })
    : new Fault('IcomsSystemException', { text: `${code} ${words}` });
}

function isOpen(text: string): boolean {
  return text === openWorkOrderNumber || text.startsWith(`${openWorkOrderNumber} `);
}
